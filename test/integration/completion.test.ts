import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accept, completionsAt, labelOf, open } from './support/documents.ts';
import { eventually } from './support/eventually.ts';
import { emulator, urlEndpoint } from './support/emulatorControls.ts';
import { connectToEmulator, handles } from './support/extension.ts';

suite('completion', () => {
  suiteSetup(async () => {
    await connectToEmulator();
    const { session } = await handles();
    const { client } = await session.require();
    await client.namedTransformations.create({ name: 'card', transformation: 'w-400,h-300' });
  });

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
    [`'${base}/tr:w-300,f-|/' + name`, 'webp', `'${base}/tr:w-300,f-webp/' + name`],
    [
      `import { buildSrc } from '@imagekit/javascript';\nconst step = {\n  raw: 'w-300,|',\n};\n`,
      'h',
      `import { buildSrc } from '@imagekit/javascript';\nconst step = {\n  raw: 'w-300,h-',\n};\n`,
    ],
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

  for (const [before, typed, after] of [
    [`<img src="${base}/a.jpg?tr=w-3,fl|">`, '-', `<img src="${base}/a.jpg?tr=w-3,fl-h">`],
    [`<img src="${base}/a.jpg?tr=fl-h|">`, '_', `<img src="${base}/a.jpg?tr=fl-h_v">`],
  ] as const) {
    test(`typing ${typed} brings suggestions also where it is a part of a word: ${after}`, async () => {
      const { document, position } = await open(before, 'html');
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(position, position);
      await vscode.commands.executeCommand('type', { text: typed });
      await eventually(async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return document.getText() === after;
      }, `the first suggestion in ${document.getText()}`);
    });
  }

  test('shows a picture where it says more than a sentence', async () => {
    const items = await completionsAt(await open("'tr:w-3,h-3,c-|'", 'javascript'));
    const force = items.find((item) => labelOf(item) === 'force');
    assert(force?.documentation instanceof vscode.MarkdownString);
    assert.match(
      force.documentation.value,
      /^!\[[^\]]*\]\(data:image\/webp;base64,[\w+/=]{1000,}\)/,
    );
  });

  test('offers nothing for a raw that is not of ImageKit', async () => {
    const items = await completionsAt(await open("const step = { raw: 'w-300,|' };", 'javascript'));
    assert.deepEqual(items.map(labelOf), []);
  });

  test('offers the parts of a gradient that are not there yet', async () => {
    const items = await completionsAt(await open("'tr:e-gradient-ld-top_|'", 'javascript'));
    assert.deepEqual(
      items
        .map(labelOf)
        .filter((label) => label.endsWith('-'))
        .toSorted(),
      ['from-', 'sp-', 'to-'],
    );
  });

  const fromAccount: readonly (readonly [before: string, label: string, after: string])[] = [
    [`"${urlEndpoint}/tr:n-|/a.jpg"`, 'card', `"${urlEndpoint}/tr:n-card/a.jpg"`],
    [`"${urlEndpoint}/|"`, `products/`, `"${urlEndpoint}/products/"`],
    [
      `"${urlEndpoint}/products/|?tr=w-1"`,
      'desk-lamp.png',
      `"${urlEndpoint}/products/desk-lamp.png?tr=w-1"`,
    ],
    [
      `'tr:l-image,i-products@@|,l-end'`,
      'desk-lamp.png',
      `'tr:l-image,i-products@@desk-lamp.png,l-end'`,
    ],
    ['"http://|"', `${urlEndpoint}/`, `"${urlEndpoint}/"`],
  ];
  for (const [before, label, after] of fromAccount) {
    test(`${before} with ${label} of the account becomes ${after}`, async () => {
      const opened = await open(before, 'javascript');
      const items = await completionsAt(opened);
      const item = items.find((candidate) => labelOf(candidate) === label);
      assert(item, `${label} is offered among ${items.map(labelOf).join(' ')}`);
      assert.equal(await accept(opened, item), after);
    });
  }

  test('offers no names while the account cannot be asked', async () => {
    await emulator.addFaults({
      match: { path: '/v1/files' },
      times: 9,
      status: 403,
      body: { message: 'Your account cannot be authenticated.' },
    });
    const items = await completionsAt(await open(`"${urlEndpoint}/team/|"`, 'javascript'));
    assert.deepEqual(items.map(labelOf), []);
    await emulator.clearFaults();
    const again = await completionsAt(await open(`"${urlEndpoint}/team/|"`, 'javascript'));
    assert.notEqual(again.length, 0);
  });

  test('offers the colours first that were picked with the account', async () => {
    const opened = await open("'tr:bg-|'", 'javascript');
    const items = await completionsAt(opened);
    const gold = items.find((item) => labelOf(item) === 'gold');
    assert(gold, 'gold is offered');
    assert.equal(await accept(opened, gold), "'tr:bg-gold'");
    const firstColour = async (): Promise<string | undefined> => {
      const colours = (await completionsAt(await open("'tr:l-text,i-a,co-|'", 'javascript')))
        .filter(({ kind }) => kind === vscode.CompletionItemKind.Color)
        .toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
      return colours[0] && labelOf(colours[0]);
    };
    await eventually(async () => (await firstColour()) === 'gold', 'gold first');
  });

  test('the words of the document do not stand among the suggestions', async () => {
    const { document, position } = await open("const zebra = 'tr:w-1,|';", 'javascript');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    assert(items.some((item) => labelOf(item) === 'h'));
    assert(!items.some((item) => labelOf(item) === 'zebra'));
  });

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
