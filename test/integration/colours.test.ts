import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from './support/documents.ts';
import { eventually } from './support/eventually.ts';
import { handles } from './support/extension.ts';

async function coloursOf(document: vscode.TextDocument): Promise<vscode.ColorInformation[]> {
  return vscode.commands.executeCommand<vscode.ColorInformation[]>(
    'vscode.executeDocumentColorProvider',
    document.uri,
  );
}

suite('colours', () => {
  suiteSetup(handles);

  const base = 'https://ik.imagekit.io/demo';

  test('shows a box for each colour and writes ImageKit’s own form', async () => {
    const { document } = await open(`|const url = '${base}/tr:bg-FF000050/a.jpg';`, 'javascript');
    const written = async (): Promise<readonly string[]> =>
      (await coloursOf(document)).map(({ range }) => document.getText(range));
    await eventually(async () => (await written()).includes('FF000050'), 'the box');
    const [colour] = await coloursOf(document);
    const { red, green, blue, alpha } = colour?.color ?? assert.fail();
    assert.deepEqual([red, green, blue, alpha], [1, 0, 0, 0.5]);
    const presentations = await vscode.commands.executeCommand<vscode.ColorPresentation[]>(
      'vscode.executeColorPresentationProvider',
      new vscode.Color(0, 0, 1, 0.25),
      { uri: document.uri, range: colour?.range },
    );
    assert.deepEqual(
      presentations.map(({ label }) => label),
      ['0000FF25'],
    );
  });

  test('finds a colour that was typed later', async () => {
    const { document } = await open(`|const chain = 'tr:w-300';`, 'javascript');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 23), ',bg-red');
    assert(await vscode.workspace.applyEdit(edit));
    await eventually(async () => (await coloursOf(document)).length > 0, 'the box');
    assert.deepEqual(
      (await coloursOf(document)).map(({ range }) => document.getText(range)),
      ['red'],
    );
  });

  test('leaves the boxes of VS Code where there is no colour of ImageKit', async () => {
    const { document } = await open(`|const colour = '#ff0000'; // tr:w-1`, 'javascript');
    await eventually(async () => (await coloursOf(document)).length > 0, 'the box of VS Code');
    assert.deepEqual(
      (await coloursOf(document)).map(({ range }) => document.getText(range)),
      ['#ff0000'],
    );
  });
});
