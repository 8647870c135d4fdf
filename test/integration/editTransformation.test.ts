import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from './support/documents.ts';
import { eventually } from './support/eventually.ts';
import { disconnect, extension } from './support/extension.ts';
import { Messages } from './support/messages.ts';
import { Prompts } from './support/prompts.ts';

const base = 'https://ik.imagekit.io/demo';

suite('edit transformation', () => {
  let prompts: Prompts;

  suiteSetup(async () => {
    await extension().activate();
    await disconnect();
  });

  setup(() => {
    prompts = new Prompts();
  });

  teardown(() => prompts.dispose());

  function start(...args: readonly unknown[]): Thenable<unknown> {
    return vscode.commands.executeCommand('imagekit.editTransformation', ...args);
  }

  async function choose(text: string): Promise<void> {
    await (await prompts.nextPicker()).acceptRow(text);
  }

  test('changes, adds and removes by keyboard, and one undo takes it all back', async () => {
    const before = `<img src="${base}/tr:w-300,f-webp/a.jpg">`;
    const { document } = await open(before.replace('w-300', 'w-3|00'), 'html');
    const running = start();
    await choose('f-webp');
    await choose('avif');
    await choose('w-300');
    await choose('Type a Value');
    const input = await prompts.nextInput();
    assert.equal(input.box.value, '300');
    await input.answer('wide');
    assert.match(input.refusal ?? '', /^w takes: /);
    await input.answer('400');
    await choose('Add Step');
    await choose('rt');
    await choose('90');
    const list = await prompts.nextPicker();
    assert.match(list.box.placeholder ?? '', /^Resize to 400 px wide.* · Rotate by 90°/);
    assert.equal(document.getText(), before, 'nothing is written before it is wanted');
    await list.acceptRow('Write to the Document');
    await running;
    assert.equal(document.getText(), `<img src="${base}/tr:w-400,f-avif:rt-90/a.jpg">`);
    await vscode.commands.executeCommand('undo');
    await eventually(() => document.getText() === before, 'the text from before');
  });

  test('begins a transformation for a URL that has none, at the place of a hover', async () => {
    const { document, position } = await open(`x = "|${base}/a.jpg"`, 'python');
    const running = start({
      document: document.uri.toString(),
      line: position.line,
      character: position.character + 3,
    });
    await choose('Add Parameter');
    await choose('e-grayscale');
    await choose('Write to the Document');
    await running;
    assert.equal(document.getText(), `x = "${base}/a.jpg?tr=e-grayscale"`);
  });

  test('Escape changes nothing', async () => {
    const { document } = await open(`"${base}/tr:w-3|00,q-5/a.jpg"`);
    const before = document.getText();
    const running = start();
    await choose('q-5');
    await choose('Remove q');
    await (await prompts.nextPicker()).cancel();
    await running;
    assert.equal(document.getText(), before);
  });

  for (const [what, marked, sentence] of [
    ['where there is nothing to edit', 'no|thing', /Put the cursor on an ImageKit URL/],
    ['on a signed URL', `"${base}/tr:w-1|/a.jpg?ik-s=abc"`, /remove its signature first/],
  ] as const) {
    test(`${what} it says so`, async () => {
      const messages = new Messages();
      try {
        await open(marked);
        await start();
        const shown = await eventually(() => messages.shown[0], 'the message');
        assert.match(shown.text, sentence);
        assert.equal(prompts.opened.length, 0);
      } finally {
        messages.dispose();
      }
    });
  }
});
