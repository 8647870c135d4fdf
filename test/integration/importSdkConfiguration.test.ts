import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ConnectDesk } from './support/connectDesk.ts';
import { eventually } from './support/eventually.ts';
import { disconnect } from './support/extension.ts';

const first = 'https://ik.imagekit.io/first';
const second = 'https://ik.imagekit.io/second';

suite('import from SDK configuration', () => {
  const original = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted');
  const folder = vscode.Uri.joinPath(
    vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open'),
    'imported',
  );
  let desk: ConnectDesk;
  const start = (): Thenable<unknown> =>
    vscode.commands.executeCommand('imagekit.importSdkConfiguration');

  setup(async () => {
    await disconnect();
    desk = new ConnectDesk();
    await vscode.workspace.fs.createDirectory(folder);
  });

  teardown(async () => {
    desk.dispose();
    if (original) Object.defineProperty(vscode.workspace, 'isTrusted', original);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  async function write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      const uri = vscode.Uri.joinPath(folder, name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    }
  }

  /** What the picker offers, as soon as it does; it is closed again. */
  async function offered(): Promise<readonly (readonly (string | undefined)[])[]> {
    const running = start();
    const picker = await desk.prompts.nextPicker();
    await eventually(() => picker.box.items.length > 0, 'rows');
    const rows = picker.box.items.map(({ label, description, detail }) => [
      label,
      description,
      detail,
    ]);
    await picker.cancel();
    await running;
    return rows;
  }

  test('each endpoint is offered with its file and line; code that reads a variable adds none', async () => {
    await write({
      '.env': `# the shop\nSHOP_CDN="${first}/"\nSHOP_KEY=public_shop\nSHOP_SECRET=private_shop\n`,
      'shop.ts': `import ImageKit from 'imagekit';\n\nnew ImageKit({\n  publicKey: process.env.SHOP_KEY,\n  privateKey: process.env.SHOP_SECRET,\n  urlEndpoint: process.env.SHOP_CDN,\n});\n`,
      'blog.py': `# ImageKit(url_endpoint="https://ik.imagekit.io/old")\nImageKit(\n    public_key="public_blog",\n    url_endpoint="${second}")\n`,
    });
    assert.deepEqual(
      (await offered()).toSorted((a, b) => (`${a[0]}` < `${b[0]}` ? -1 : 1)),
      [
        [first, 'imported/shop.ts:6', 'public_shop'],
        [second, 'imported/blog.py:4', 'public_blog'],
      ],
    );
    assert.deepEqual(desk.messages.shown, []);
  });

  test('a private key is not read, but moving it to SecretStorage is offered', async () => {
    const privateKey = 'private_canary0123456789abc=';
    await write({
      '.env': `IMAGEKIT_URL_ENDPOINT=${first}\nIMAGEKIT_PUBLIC_KEY=public_shop\nIMAGEKIT_PRIVATE_KEY=${privateKey}\n`,
    });
    const running = start();
    const picker = await desk.prompts.nextPicker();
    const row = await eventually(
      () => picker.box.items.find(({ label }) => label.startsWith('$(key) ')),
      'the row about the key',
    );
    assert.equal(row.label, '$(key) Move Private Key to Secret Storage…');
    assert.equal(row.description, 'imported/.env:3');
    assert.doesNotMatch(JSON.stringify(picker.box.items), /canary/);
    await picker.acceptRow('Move Private Key');
    // The form of the move, which comes with what the file says of the account.
    for (const expected of [first, 'public_shop']) {
      const box = await desk.prompts.nextInput();
      assert.equal(box.box.value, expected);
      await box.accept();
    }
    const last = await desk.prompts.nextInput();
    assert.deepEqual([last.box.value, last.box.password], [privateKey, true]);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /imported\/\.env$/);
    await last.cancel();
    await running;
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('packages, large files and excluded files are not read', async () => {
    const setUp = (name: string): string =>
      `new ImageKit({ urlEndpoint: 'https://ik.imagekit.io/${name}' })\n`;
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder, 'node_modules'));
    await write({
      'node_modules/a.js': setUp('package'),
      'large.js': setUp('large') + '//'.repeat(200_000),
      'secret.js': setUp('excluded'),
      'own.js': setUp('own'),
    });
    const configuration = vscode.workspace.getConfiguration('files');
    await configuration.update('exclude', { '**/secret.js': true });
    try {
      assert.deepEqual(
        (await offered()).map(([label]) => label),
        ['https://ik.imagekit.io/own'],
      );
    } finally {
      await configuration.update('exclude', undefined);
    }
  });

  test('where nothing is found one sentence offers to connect', async () => {
    desk.messages.answer('Connect Account');
    const running = start();
    const box = await desk.prompts.nextInput();
    assert.equal(box.box.value, '');
    await box.cancel();
    await running;
    assert.equal(desk.messages.shown.length, 1);
    assert.match(desk.messages.shown[0]?.text ?? '', /^No URL endpoint was found/);
  });

  test('without trust no file is looked for, and a sentence says why', async () => {
    await write({ '.env': `IMAGEKIT_URL_ENDPOINT=${first}\n` });
    Object.defineProperty(vscode.workspace, 'isTrusted', { get: () => false, configurable: true });
    const { findFiles } = vscode.workspace;
    let searches = 0;
    Object.assign(vscode.workspace, {
      findFiles: (...args: Parameters<typeof findFiles>) => {
        searches++;
        return findFiles(...args);
      },
    });
    try {
      await start();
    } finally {
      Object.assign(vscode.workspace, { findFiles });
    }
    assert.equal(searches, 0);
    assert.equal(desk.prompts.opened.length, 0);
    assert.deepEqual(
      desk.messages.shown.map(({ text, actions }) => [text, ...actions]),
      [['The files of this workspace are not read before you trust it.', 'Manage Workspace Trust']],
    );
  });
});
