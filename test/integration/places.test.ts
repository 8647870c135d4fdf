import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completionsAt, hoverAt, labelOf, open } from './support/documents.ts';
import { urlEndpoint } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { connectToEmulator } from './support/extension.ts';

const url = `${urlEndpoint}/tr:wdth-300,rt-90/default-image.jpg`;
const text = `picture = "${url}"\n`;

/** Files that cannot be written, in no folder of this computer. */
class ReadOnlyFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length };
  }

  readFile(): Uint8Array {
    return new TextEncoder().encode(text);
  }

  watch = (): vscode.Disposable => new vscode.Disposable(() => undefined);
  readDirectory = (): [string, vscode.FileType][] => [];
  createDirectory = (): never => this.#refuse();
  writeFile = (): never => this.#refuse();
  delete = (): never => this.#refuse();
  rename = (): never => this.#refuse();

  #refuse(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

const places: Readonly<Record<string, () => Thenable<vscode.TextDocument>>> = {
  'an untitled document': async () => (await open(`|${text}`)).document,
  'a read-only file': () => vscode.workspace.openTextDocument(vscode.Uri.parse('kept:/a.py')),
  'a virtual document': () => vscode.workspace.openTextDocument(vscode.Uri.parse('made-up:/a.py')),
  async 'a cell of a notebook'() {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    await vscode.window.showNotebookDocument(notebook);
    return notebook.cellAt(0).document;
  },
};

suite('every kind of document', () => {
  let registrations: vscode.Disposable;

  suiteSetup(async () => {
    await connectToEmulator();
    registrations = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider('kept', new ReadOnlyFiles(), {
        isReadonly: true,
      }),
      vscode.workspace.registerTextDocumentContentProvider('made-up', {
        provideTextDocumentContent: () => text,
      }),
    );
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    registrations.dispose();
  });

  for (const [place, openThere] of Object.entries(places)) {
    test(`${place} has hovers, suggestions, links and checks`, async () => {
      const document = await openThere();
      assert.equal(document.getText().trim(), text.trim());
      const behind = (part: string): vscode.Position =>
        document.positionAt(text.indexOf(part) + part.length);

      const [diagnostic] = await eventually(() => {
        const found = vscode.languages.getDiagnostics(document.uri);
        const own = found.filter(({ source }) => source === 'ImageKit');
        return own.length > 0 && own;
      }, 'a diagnostic');
      assert.equal(document.getText(diagnostic?.range), 'wdth');

      assert.match(await hoverAt({ document, position: behind('rt-9') }), /rotate by 90°/i);
      const suggestions = await completionsAt({ document, position: behind('rt-') });
      assert(suggestions.some((item) => labelOf(item) === '180'));
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      const own = links.filter(({ target }) => target?.scheme === 'command');
      assert.deepEqual(
        own.map(({ range }) => document.getText(range)),
        [url],
      );
    });
  }
});
