import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually.ts';
import { account, connectToEmulator, disconnect, handles } from './support/extension.ts';
import { emulator, emulatorOrigin, urlEndpoint } from './support/emulatorControls.ts';
import { ConnectDesk, keys } from './support/connectDesk.ts';
import { FolderSettings } from './support/folderSettings.ts';

const second = `${emulatorOrigin}/second`;

suite('several accounts', () => {
  let desk: ConnectDesk;

  setup(async () => {
    await disconnect();
    desk = new ConnectDesk();
    await connectToEmulator();
  });

  teardown(async () => {
    desk.dispose();
    await vscode.workspace.getConfiguration().update('imagekit.account', undefined);
    await disconnect();
  });

  const run = (command: string): Thenable<unknown> =>
    vscode.commands.executeCommand(`imagekit.${command}`);

  async function connectSecond(): Promise<void> {
    const running = desk.start();
    await desk.answer(second, ...keys);
    await running;
    await eventually(async () => (await account())?.urlEndpoint === second, 'the second account');
  }

  /** The names in the list of the account command, and the choice of one. */
  async function choose(row: string): Promise<readonly string[]> {
    const picker = await desk.prompts.nextPicker();
    const labels = picker.box.items.map(({ label }) => label);
    await picker.acceptRow(row);
    return labels;
  }

  const names = async (): Promise<readonly string[]> =>
    (await handles()).store.list().accounts.map(({ name }) => name);

  test('a second account gets a name of its own and becomes the active one', async () => {
    await connectSecond();
    const host = new URL(emulatorOrigin).host;
    assert.deepEqual(await names(), [`Emulator (${host})`, host]);
    assert.equal((await account())?.name, host);
  });

  test('the status bar opens the list of accounts, and choosing one switches to it', async () => {
    await connectSecond();
    const { statusBar } = (await handles()).account;
    assert.equal(statusBar.command, 'imagekit.switchAccount');
    const running = run('switchAccount');
    const rows = await choose('Emulator');
    await running;
    assert.match(rows[0] ?? '', /^\$\(blank\) Emulator/);
    assert.match(rows[1] ?? '', /^\$\(check\) 127/);
    assert(rows.includes('$(plug) Connect Another Account…'));
    assert.equal((await account())?.urlEndpoint, urlEndpoint);
    await eventually(() => statusBar.text.includes('Emulator'), 'the name in the status bar');
  });

  test('connecting to the same endpoint again brings the account up to date', async () => {
    const before = await account();
    const running = desk.start();
    await desk.answer(urlEndpoint, 'public_rotated', keys[1]);
    await running;
    const after = await eventually(async () => {
      const now = await account();
      return now?.publicKey === 'public_rotated' ? now : undefined;
    }, 'the new key');
    assert.equal(after.id, before?.id);
    assert.equal((await names()).length, 1);
  });

  test('connecting a known account again makes it the active one, editing one does not', async () => {
    await connectSecond();
    await desk.connectEmulator(emulatorOrigin);
    await eventually(async () => (await account())?.urlEndpoint === urlEndpoint, 'the first again');
    await connectSecond();
    assert.equal((await names()).length, 2);
    const running = run('editAccount');
    await choose('Emulator');
    await desk.answer(urlEndpoint, 'public_rotated', '');
    await running;
    const { store } = await handles();
    await eventually(
      async () => (await store.all()).some(({ publicKey }) => publicKey === 'public_rotated'),
      'the edited account',
    );
    assert.equal((await account())?.urlEndpoint, second);
  });

  test('renaming refuses the name of another account and keeps the keys', async () => {
    await connectSecond();
    const running = run('renameAccount');
    await choose('Emulator');
    const box = await desk.prompts.nextInput();
    await box.answer(new URL(emulatorOrigin).host);
    assert.match(box.refusal ?? '', /^Another account has this name/);
    await box.answer('Shop');
    await running;
    assert.deepEqual(await names(), ['Shop', new URL(emulatorOrigin).host]);
    assert.deepEqual(desk.messages.shown, []);
  });

  const rename = async (name: string): Promise<void> => {
    const running = run('renameAccount');
    await desk.answer(name);
    await running;
  };

  test('renaming offers to write the new name into the settings that have the old one', async () => {
    const [before = ''] = await names();
    const setting = (): unknown => vscode.workspace.getConfiguration().get('imagekit.account');
    await vscode.workspace.getConfiguration().update('imagekit.account', before);
    await rename('Shop');
    assert.match(
      desk.messages.shown[0]?.text ?? '',
      /still names “Emulator .*”, which is Shop now/,
    );
    assert.equal(setting(), before, 'settings may be shared: nothing is written unasked');
    await rename(before);
    desk.messages.answer('Change Setting');
    await rename('Blog');
    await eventually(() => setting() === 'Blog', 'the new name in the setting');
    assert.equal((await account())?.name, 'Blog');
  });

  test('a private key is no name of an account', async () => {
    const running = run('renameAccount');
    const box = await desk.prompts.nextInput();
    await box.answer('private_0123456789abcdefghij');
    assert.match(box.refusal ?? '', /^This is the private key/);
    await box.answer('Shop');
    await running;
    assert.deepEqual(await names(), ['Shop']);
  });

  test('editing changes the endpoints; an empty private key keeps the stored one', async () => {
    const running = run('editAccount');
    await desk.answer(`${urlEndpoint} https://images.example.com/`, keys[0], '');
    await running;
    const edited = await eventually(async () => {
      const now = await account();
      return now && now.otherUrlEndpoints.length > 0 ? now : undefined;
    }, 'the second endpoint');
    assert.deepEqual(edited.otherUrlEndpoints, ['https://images.example.com']);
    assert.equal(edited.privateKey, keys[1]);
    const { session } = await handles();
    assert.deepEqual(await session.urlEndpoints(), [urlEndpoint, 'https://images.example.com']);
  });

  test('a kept key goes on to the hosts that it was given to, whatever the endpoint becomes', async () => {
    const running = run('editAccount');
    await desk.answer('https://images.example.com', keys[0], '');
    await running;
    const edited = await eventually(async () => {
      const now = await account();
      return now?.urlEndpoint === 'https://images.example.com' ? now : undefined;
    }, 'the new endpoint');
    assert.equal(edited.apiOrigin, emulatorOrigin);
    assert.equal(edited.uploadOrigin, emulatorOrigin);
  });

  test('a refused new key changes nothing', async () => {
    const running = run('changeAccountKeys');
    await desk.answer(keys[0], 'private_wrong');
    await running;
    assert.equal((await account())?.privateKey, keys[1]);
    assert.match(desk.messages.shown[0]?.text ?? '', /private key/);
    assert.deepEqual(desk.messages.shown[0]?.actions, ['Try Again', 'Edit', 'Show Log']);
  });

  test('disconnecting asks which account; the other one takes its place', async () => {
    await connectSecond();
    desk.messages.answer('Disconnect');
    const running = run('disconnectAccount');
    await choose(new URL(emulatorOrigin).host);
    await running;
    await eventually(async () => (await names()).length === 1, 'one account');
    assert.ok(await account());
  });

  test('disconnecting all asks once and leaves nothing', async () => {
    await connectSecond();
    desk.messages.answer('Disconnect');
    await run('disconnectAllAccounts');
    assert.equal(desk.messages.shown.length, 1);
    assert.match(desk.messages.shown[0]?.text ?? '', /^Disconnect all 2 ImageKit accounts/);
    assert.deepEqual(await names(), []);
    assert.equal(await account(), undefined);
  });

  test('a folder chooses its account by name, and its uploads go there', async () => {
    await connectSecond();
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert(folder);
    const running = run('useAccountInFolder');
    await choose('Emulator');
    await running;
    await eventually(async () => (await account())?.urlEndpoint === urlEndpoint, 'the folder’s');
    assert.equal(
      (await handles()).store.list().accounts[1]?.id,
      (await handles()).store.list().activeId,
    );
    const setting = vscode.workspace
      .getConfiguration(undefined, folder.uri)
      .get('imagekit.account');
    assert.equal(setting, `Emulator (${new URL(emulatorOrigin).host})`);
  });

  test('a folder that names an unknown account works with none, and says so', async () => {
    await vscode.workspace.getConfiguration().update('imagekit.account', 'Elsewhere');
    await eventually(async () => (await account()) === undefined, 'no account');
    const { statusBar } = (await handles()).account;
    await eventually(() => statusBar.text === '$(warning) Elsewhere', 'the status bar');
    await emulator.clearRequests();
    await run('uploadFile');
    assert.match(desk.messages.shown[0]?.text ?? '', /“Elsewhere”.*not connected here/);
    assert.deepEqual(desk.messages.shown[0]?.actions, ['Choose Account', 'Show Log']);
    assert.deepEqual(await emulator.requests(), []);
  });

  test('a private key in the place of a name is shown nowhere, and moved out of the settings', async () => {
    const privateKey = 'private_canary0123456789abc=';
    const { store, account: feature, session } = await handles();
    const { account: connected } = await session.require();
    await store.deleteAll();
    await vscode.workspace.getConfiguration().update('imagekit.account', privateKey);
    await eventually(() => feature.statusBar.text === '$(warning) ImageKit', 'the status bar');
    assert.doesNotMatch(JSON.stringify(feature.statusBar.tooltip), /canary/);
    assert.equal(feature.statusBar.command, 'imagekit.movePrivateKey');
    desk.messages.answer('Move Private Key');
    await emulator.clearRequests();
    await run('uploadFile');
    assert.doesNotMatch(JSON.stringify(desk.messages.shown), /canary/);
    const [refused] = desk.messages.shown;
    assert.match(refused?.text ?? '', /holds a private key.* make a new one/);
    assert.deepEqual(refused?.actions, ['Move Private Key', 'Show Log']);
    await desk.answer(urlEndpoint, keys[0]);
    const last = await desk.prompts.nextInput();
    assert.equal(last.box.value, privateKey);
    assert.equal(last.box.password, true);
    // The emulator knows no key but its own.
    await last.answer(keys[1]);
    await eventually(
      () => vscode.workspace.getConfiguration().get('imagekit.account') === '',
      'the setting without the key',
    );
    assert.equal((await account())?.urlEndpoint, connected.urlEndpoint);
    assert.match(desk.messages.shown.at(-1)?.text ?? '', /secret storage now\. Make a new one/);
    assert.doesNotMatch(JSON.stringify(desk.messages.shown), /canary/);
  });

  test('status bar and library follow the folder of the file that is edited', async () => {
    await connectSecond();
    const { statusBar } = (await handles()).account;
    const first = `Emulator (${new URL(emulatorOrigin).host})`;
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert(folder);
    const other = { ...folder, uri: vscode.Uri.joinPath(folder.uri, 'other'), index: 1 };
    const folders = new FolderSettings({ [other.uri.path]: first }, [folder, other]);
    try {
      for (const [name, shown, endpoint] of [
        ['other/a.txt', first, urlEndpoint],
        ['index.html', new URL(emulatorOrigin).host, second],
        ['other/a.txt', first, urlEndpoint],
      ] as const) {
        const uri = vscode.Uri.joinPath(folder.uri, name);
        if (name === 'other/a.txt') await vscode.workspace.fs.writeFile(uri, Buffer.from('a'));
        await vscode.window.showTextDocument(uri);
        await eventually(() => statusBar.text === `$(cloud) ${shown}`, `${shown} beside ${name}`);
        assert.equal((await account())?.urlEndpoint, endpoint);
        const { mediaLibrary } = await handles();
        // What is being read again meanwhile has no rows.
        const urls = await eventually(async () => {
          const rows = (await mediaLibrary.provider.getChildren()) ?? [];
          const found = rows.flatMap((row) => ('url' in row ? [row.url] : []));
          return found.length > 0 && found;
        }, 'the rows of the library');
        for (const url of urls) assert(url.startsWith(`${endpoint}/`), url);
      }
    } finally {
      folders.dispose();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(other.uri, { recursive: true });
    }
  });

  test('nothing that writes leaves a read-only account', async () => {
    await run('makeAccountReadOnly');
    await eventually(async () => (await account())?.isReadOnly, 'the read-only account');
    assert.match(desk.messages.shown.shift()?.text ?? '', /is read-only in VS Code now/);
    await emulator.clearRequests();
    for (const command of ['uploadFile', 'uploadFromUrl', 'uploadToFolder', 'deleteItem']) {
      await run(command);
    }
    const { session } = await handles();
    const { client } = await session.require();
    await assert.rejects(client.folders.create({ folderName: 'x', parentFolderPath: '/' }), {
      reason: 'readOnly',
    });
    // The media library, where it is on the screen, goes on reading.
    const writing = (await emulator.requests()).filter(({ method }) => method !== 'GET');
    assert.deepEqual(writing, []);
    assert.equal(desk.messages.shown.length, 4);
    for (const { text } of desk.messages.shown) assert.match(text, /read-only in VS Code/);
    assert.equal(desk.prompts.opened.length, 0);
    await run('allowAccountChanges');
    await eventually(async () => (await account())?.isReadOnly === false, 'the writable account');
    await (
      await session.require()
    ).client.folders.create({ folderName: 'x', parentFolderPath: '/' });
  });

  test('the connection check has three answers', async () => {
    await run('checkConnection');
    // The check alone: the tree of the library asks for its folders whenever it likes.
    const match = { path: '/v1/files?limit=1' };
    await emulator.addFaults({ match, times: 1, status: 403 });
    await run('checkConnection');
    await emulator.addFaults({ match, times: 9, drop: 'before' });
    await run('checkConnection');
    const [valid, refused, unreachable] = desk.messages.shown;
    assert.equal(valid?.severity, 'showInformationMessage');
    assert.match(valid.text, /accepts the key/);
    assert.match(refused?.text ?? '', /private key/);
    assert.deepEqual(refused?.actions, ['Change Keys', 'Show Log']);
    assert.doesNotMatch(unreachable?.text ?? '', /\bkey\b/);
    assert.deepEqual(unreachable?.actions, ['Show Log']);
  });

  test('endpoints that the account has at ImageKit are fetched', async () => {
    const response = await fetch(`${emulatorOrigin}/v1/accounts/url-endpoints`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`${keys[1]}:`)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ description: 'The shop', urlPrefix: 'shop', origins: [] }),
    });
    assert.equal(response.ok, true, await response.text());
    await desk.connectEmulator(emulatorOrigin);
    const found = await eventually(async () => {
      const endpoints = (await account())?.otherUrlEndpoints ?? [];
      return endpoints.length > 0 ? endpoints : undefined;
    }, 'the endpoints');
    assert.deepEqual(found, [`${urlEndpoint}/shop`]);
  });
});
