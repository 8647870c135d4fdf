import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accept, completionsAt, labelOf, open } from './support/documents.ts';
import { connectToEmulator } from './support/extension.ts';

suite('completion', () => {
  suiteSetup(connectToEmulator);

  const base = 'https://ik.imagekit.io/demo';

  test('offers parameters with documentation inside a path transformation', async () => {
    const items = await completionsAt(await open(`<img src="${base}/tr:|/a.jpg">`, 'html'));
    const width = items.find((item) => labelOf(item) === 'w');
    assert(width, `w is offered among ${items.map(labelOf).join(' ')}`);
    assert.match(JSON.stringify(width.label), /width/i);
    assert(width.documentation instanceof vscode.MarkdownString);
    assert.match(width.documentation.value, /https:\/\/imagekit\.io\/docs\//);
  });

  const edits: readonly (readonly [before: string, label: string, after: string])[] = [
    [`"${base}/tr:w-300,f-|/a.jpg"`, 'webp', `"${base}/tr:w-300,f-webp/a.jpg"`],
    [`"${base}/tr:f-w|ebp,q-50/a.jpg"`, 'avif', `"${base}/tr:f-avif,q-50/a.jpg"`],
    [`"${base}/a.jpg?tr=w-300,c-at|"`, 'at_max', `"${base}/a.jpg?tr=w-300,c-at_max"`],
    [`"${base}/a.jpg?v=1&tr=fo-|&x=2"`, 'auto', `"${base}/a.jpg?v=1&tr=fo-auto&x=2"`],
    [`'tr:w-300:bg-|'`, 'red', `'tr:w-300:bg-red'`],
  ];
  for (const [before, label, after] of edits) {
    test(`${before} with ${label} becomes ${after}`, async () => {
      const opened = await open(before, 'javascript');
      const items = await completionsAt(opened);
      const item = items.find((candidate) => labelOf(candidate) === label);
      assert(item, `${label} is offered among ${items.map(labelOf).join(' ')}`);
      assert.equal(await accept(opened, item), after);
    });
  }

  test('offers nothing outside a transformation', async () => {
    for (const text of [
      `"${base}/blog/|a.jpg"`,
      'The abbreviation tr: |stands for translation',
      `"https://example.com/tr:|/a.jpg"`,
    ]) {
      assert.deepEqual((await completionsAt(await open(text))).map(labelOf), [], text);
    }
  });
});
