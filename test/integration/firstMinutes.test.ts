import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LibraryUriHandler } from '../../src/features/mediaLibrary/libraryUriHandler.ts';
import { ConnectDesk } from './support/connectDesk.ts';
import { eventually } from './support/eventually.ts';
import { completionsAt, hoverAt, open } from './support/documents.ts';
import { urlEndpoint } from './support/emulatorControls.ts';
import { connectToEmulator, disconnect, goOffline, handles } from './support/extension.ts';

const endpoint = 'https://ik.imagekit.io/acme';
const privateKey = 'private_0123456789abcdefghij';

suite('first minutes', () => {
  let desk: ConnectDesk;
  const made: vscode.Uri[] = [];

  setup(async () => {
    await disconnect();
    desk = new ConnectDesk();
  });

  teardown(async () => {
    desk.dispose();
    for (const uri of made.splice(0)) await vscode.workspace.fs.delete(uri);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function write(name: string, text: string): Promise<void> {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert(folder);
    const uri = vscode.Uri.joinPath(folder.uri, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    made.push(uri);
  }

  test('a .env file fills in endpoint and public key; only the private key is asked for', async () => {
    await write(
      '.env.imported',
      `IMAGEKIT_URL_ENDPOINT=${endpoint}\nIMAGEKIT_PUBLIC_KEY=public_acme\nIMAGEKIT_PRIVATE_KEY=${privateKey}\n`,
    );
    const running = vscode.commands.executeCommand('imagekit.importSdkConfiguration');
    const picker = await desk.prompts.nextPicker();
    const row = await eventually(
      () => picker.box.items.find(({ label }) => label === endpoint),
      'the endpoint',
    );
    assert.equal(row.description, '.env.imported:1');
    assert.equal(row.detail, 'public_acme');
    assert.doesNotMatch(JSON.stringify(picker.box.items), /private_/);
    await picker.acceptRow(endpoint);
    for (const expected of [endpoint, 'public_acme']) {
      const box = await desk.prompts.nextInput();
      assert.equal(box.box.value, expected);
      await box.accept();
    }
    const last = await desk.prompts.nextInput();
    assert.equal(last.box.value, '', 'the private key is not read from a file');
    await last.cancel();
    await running;
  });

  test('a report has versions and changed settings, and no key, account or endpoint', async () => {
    await connectToEmulator();
    const configuration = vscode.workspace.getConfiguration();
    await configuration.update('imagekit.account', privateKey);
    await configuration.update('imagekit.diagnostics.severity', { [privateKey]: 'off' });
    try {
      await vscode.commands.executeCommand('imagekit.reportIssue');
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, 'markdown');
      const text = document.getText();
      assert.match(text, /^- ImageKit: \d+\.\d+\.\d+$/m);
      assert.match(text, new RegExp(String.raw`^- VS Code: ${vscode.version}`, 'm'));
      assert.match(text, /^- Interface: (?:web|desktop)$/m);
      assert.match(text, /^- Accounts: 1$/m);
      assert.match(text, /^- `imagekit\.account`: `\(set\)`$/m);
      assert.match(text, /^- `imagekit\.diagnostics\.severity`: /m);
      assert.doesNotMatch(text, /0123456789|127\.0\.0\.1|private_emulator|public_/);
    } finally {
      await configuration.update('imagekit.account', undefined);
      await configuration.update('imagekit.diagnostics.severity', undefined);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  suite('links from outside', () => {
    const revealed: string[] = [];
    const follow = async (query: string, path = '/file'): Promise<void> => {
      const { session } = await handles();
      const handler = new LibraryUriHandler(session, async (file) => revealed.push(file));
      await handler.handleUri(
        vscode.Uri.from({ scheme: 'vscode', authority: 'imagekit', path, query }),
      );
    };

    setup(() => revealed.splice(0));

    test('a file is shown after a confirmation, and not without it', async () => {
      await follow('path=/folder/a%20b.jpg');
      assert.match(desk.messages.shown[0]?.text ?? '', /^Show \/folder\/a b\.jpg in the ImageKit/);
      assert.deepEqual(revealed, []);
      desk.messages.answer('Show');
      await follow('path=/folder/a%20b.jpg');
      assert.deepEqual(revealed, ['/folder/a b.jpg']);
    });

    for (const [query, path] of [
      ['', '/file'],
      ['path=', '/file'],
      ['path=a.jpg', '/file'],
      ['path=//evil.example/a.jpg', '/file'],
      ['path=/a/../../etc/passwd', '/file'],
      ['path=/a%0Ab.jpg', '/file'],
      ['path=/a%E2%80%AEgpj.exe', '/file'],
      ['path=/folder/', '/file'],
      [`path=/${'a'.repeat(3000)}`, '/file'],
      ['path=/a.jpg', '/delete'],
      ['command=imagekit.deleteItem&path=/a.jpg', '/'],
    ] as const) {
      test(`nothing opens for ${path}?${query.slice(0, 40)}`, async () => {
        desk.messages.answer('Show');
        await follow(query, path);
        assert.deepEqual(revealed, []);
        assert.match(desk.messages.shown[0]?.text ?? '', /^This link names no file/);
      });
    }
  });

  for (const [state, prepare] of [
    ['without an account', disconnect],
    ['where nobody answers', goOffline],
  ] as const) {
    test(`nothing is said, asked or opened unasked ${state}`, async function () {
      this.timeout(120_000);
      await prepare();
      const { mediaLibrary } = await handles();
      const opened = await open(
        `"https://ik.imagekit.io/demo/tr:hight-20/a.jpg"\n"${urlEndpoint}/tr:w-100,n-|/products/ceramic-mug.jpg"`,
      );
      const tabs = (): number => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
      const before = tabs();
      await mediaLibrary.provider.getChildren();
      await hoverAt(opened);
      await completionsAt(opened);
      await eventually(
        () => vscode.languages.getDiagnostics(opened.document.uri).length > 0,
        'the check of the document',
      );
      assert.deepEqual(desk.messages.shown, []);
      assert.deepEqual(desk.prompts.opened, []);
      assert.equal(desk.prompts.fileDialogs, 0);
      assert.equal(tabs(), before);
    });
  }

  test('the walkthrough opens from the palette', async () => {
    await vscode.commands.executeCommand('imagekit.openWalkthrough');
    await eventually(
      () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ label }) => /Get Started with ImageKit|Welcome|Walkthrough/.test(label)),
      'the tab of the walkthrough',
    );
  });
});
