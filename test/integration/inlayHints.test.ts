import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from './support/documents.ts';
import { urlEndpoint } from './support/emulatorControls.ts';
import { connectToEmulator } from './support/extension.ts';

async function hintsOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
  const own = hints.filter(({ tooltip }) => tooltip === 'Size of the picture in pixels');
  return own.map(
    ({ position, label }) =>
      `${position.line}:${position.character} ${typeof label === 'string' ? label : ''}`,
  );
}

async function showHints(isOn: boolean | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration()
    .update('imagekit.inlayHints.size', isOn, vscode.ConfigurationTarget.Global);
}

suite('inlay hints', () => {
  suiteSetup(connectToEmulator);
  teardown(() => showHints(undefined));

  const lines = [
    `'tr:w-300,h-200'`,
    `'tr:w-300'`,
    `'${urlEndpoint}/products/ceramic-mug.jpg?tr=w-iw_div_2'`,
    `'${urlEndpoint}/tr:w-100,n-unknown/products/ceramic-mug.jpg'`,
    `'${urlEndpoint}/no/such/file.jpg?tr=w-100'`,
  ];

  test('are off', async () => {
    const { document } = await open(`|${lines.join('\n')}`, 'javascript');
    assert.deepEqual(await hintsOf(document), []);
  });

  test('tell the size where it can be told', async () => {
    await showHints(true);
    const { document } = await open(`|${lines.join('\n')}`, 'javascript');
    const [fixed, calculated, ...others] = await hintsOf(document);
    assert.equal(fixed, '0:15 300 × 200');
    assert.match(calculated ?? '', new RegExp(`^2:${(lines[2]?.length ?? 0) - 1} \\d+ × \\d+$`));
    assert.deepEqual(others, []);
  });
});
