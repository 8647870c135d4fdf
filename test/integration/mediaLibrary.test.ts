import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LibraryNode } from '../../src/features/mediaLibrary/libraryNode.ts';
import { emulator, emulatorOrigin, urlEndpoint } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { connectToEmulator, disconnect, handles } from './support/extension.ts';
import { Messages } from './support/messages.ts';

const authorization = `Basic ${Buffer.from('private_emulator:').toString('base64')}`;

suite('media library', () => {
  let messages: Messages;

  setup(async () => {
    messages = new Messages();
    await connectToEmulator();
  });

  teardown(async () => {
    await emulator.clearFaults();
    messages.dispose();
  });

  async function children(node?: LibraryNode): Promise<readonly LibraryNode[]> {
    const { mediaLibrary } = await handles();
    return (await mediaLibrary.provider.getChildren(node)) ?? [];
  }

  async function rows(node?: LibraryNode): Promise<readonly string[]> {
    const { provider } = (await handles()).mediaLibrary;
    const items = await Promise.all(
      (await children(node)).map(async (row) => provider.getTreeItem(row)),
    );
    return items.map(({ label }) => (typeof label === 'string' ? label : (label?.label ?? '')));
  }

  async function child(name: string, parent?: LibraryNode): Promise<LibraryNode> {
    const found = (await children(parent)).find((node) => 'name' in node && node.name === name);
    assert(found, `${name} is in the library`);
    return found;
  }

  async function createFolder(name: string, parent = '/'): Promise<void> {
    const response = await fetch(`${emulatorOrigin}/v1/folder`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ folderName: name, parentFolderPath: parent }),
    });
    assert.equal(response.status, 201);
  }

  async function store(name: string, folder: string): Promise<void> {
    const form = new FormData();
    form.set('file', new Blob(['x']), name);
    form.set('fileName', name);
    form.set('folder', folder);
    form.set('useUniqueFileName', 'false');
    const response = await fetch(`${emulatorOrigin}/api/v1/files/upload`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    });
    assert.equal(response.status, 200);
  }

  test('lists folders before files', async () => {
    const kinds = (await children()).map(({ kind }) => kind);
    assert(kinds.includes('folder') && kinds.includes('file'));
    assert.deepEqual(
      kinds,
      kinds.toSorted((a, b) => Number(a === 'file') - Number(b === 'file')),
    );
    assert((await rows()).includes('default-image.jpg'));
  });

  test('a folder of 250 files shows a page and loads the others on request', async () => {
    await createFolder('many');
    for (let index = 0; index < 250; index += 25) {
      await Promise.all(
        Array.from({ length: 25 }, (_, offset) =>
          store(`f${String(index + offset).padStart(3, '0')}.txt`, '/many'),
        ),
      );
    }
    const folder = await child('many');
    await emulator.clearRequests();
    const first = await rows(folder);
    assert.equal(first.at(-1), 'Load More…');
    assert.equal(first.length, 101);
    await vscode.commands.executeCommand('imagekit.loadMore', '/many');
    await vscode.commands.executeCommand('imagekit.loadMore', '/many');
    const all = await rows(folder);
    assert.equal(all.length, 250);
    assert.equal(new Set(all).size, 250);
    assert.deepEqual(all, all.toSorted());
    assert(!all.includes('Load More…'));
  });

  test('opening a folder twice asks the service once', async () => {
    const folder = await child('products');
    await emulator.clearRequests();
    await Promise.all([children(folder), children(folder)]);
    await children(folder);
    const listed = (await emulator.requests()).map(({ path }) => path);
    assert.equal(new Set(listed).size, listed.length, listed.join('\n'));
  });

  test('Copy URL hands out the plain URL of the file, and of all that are selected', async () => {
    const file = await child('default-image.jpg');
    await vscode.commands.executeCommand('imagekit.copyUrl', file);
    assert.equal(await vscode.env.clipboard.readText(), `${urlEndpoint}/default-image.jpg`);
    const others = (await children()).filter(({ kind }) => kind === 'file');
    await vscode.commands.executeCommand('imagekit.copyUrl', file, others);
    const copied = (await vscode.env.clipboard.readText()).split('\n');
    assert.equal(copied.length, others.length);
  });

  test('Insert URL replaces every selection', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'a\nb\n' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selections = [new vscode.Selection(0, 0, 0, 1), new vscode.Selection(1, 0, 1, 1)];
    await vscode.commands.executeCommand('imagekit.insertUrl', await child('default-image.jpg'));
    const url = `${urlEndpoint}/default-image.jpg`;
    assert.equal(document.getText(), `${url}\n${url}\n`);
  });

  test('Delete asks first, deletes one file and no other, and the row is gone', async () => {
    const file = await child('default-image.jpg');
    const before = await rows();
    await vscode.commands.executeCommand('imagekit.deleteItem', file);
    assert.deepEqual(await rows(), before, 'closing the question changes nothing');
    messages.answer('Delete');
    await vscode.commands.executeCommand('imagekit.deleteItem', file);
    assert.deepEqual(
      await rows(),
      before.filter((name) => name !== 'default-image.jpg'),
    );
    const deletions = (await emulator.requests()).filter(({ method }) => method === 'DELETE');
    assert.equal(deletions.length, 1);
  });

  test('deleting several names their number and tells which one failed', async () => {
    const folder = await child('products');
    const files = (await children(folder)).filter(({ kind }) => kind === 'file').slice(0, 2);
    assert.equal(files.length, 2);
    await emulator.addFaults({
      match: { method: 'DELETE', path: '/v1/files/' },
      times: 1,
      status: 403,
    });
    messages.answer('Delete');
    await vscode.commands.executeCommand('imagekit.deleteItem', files[0], files);
    assert.match(messages.shown[0]?.text ?? '', /2 items/);
    assert.match(messages.shown[1]?.text ?? '', /^Deleted 1 of 2 items\. .+ was not deleted: /);
    assert.deepEqual(messages.shown[1]?.actions, ['Show Log']);
  });

  test('a folder goes with what is in it', async () => {
    messages.answer('Delete');
    await vscode.commands.executeCommand('imagekit.deleteItem', await child('products'));
    assert(!(await rows()).includes('products'));
    assert.deepEqual(await emulator.list('/products'), []);
  });

  test('a folder that cannot be listed gets a row that says why and tries again', async () => {
    const folder = await child('products');
    await emulator.addFaults({ match: { path: '/v1/files' }, times: 20, status: 500 });
    const [failure] = await children(folder);
    assert.equal(failure?.kind, 'failure');
    await emulator.clearFaults();
    const { provider } = (await handles()).mediaLibrary;
    const item = await provider.getTreeItem(failure);
    assert.equal(item.contextValue, 'imagekit.failure', 'its button opens the log');
    assert(item.command);
    await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
    assert((await rows(folder)).length > 1);
  });

  test('an uploaded file can be revealed in a folder that was not open', async () => {
    await createFolder('deep', '/products');
    await store('found.txt', '/products/deep');
    await (await handles()).mediaLibrary.reveal('/products/deep/found.txt');
    await vscode.commands.executeCommand('imagekit.mediaLibrary.focus');
    messages.answer('Delete');
    // Without a node the command takes what is selected in the tree.
    await vscode.commands.executeCommand('imagekit.deleteItem');
    await eventually(
      async () => (await emulator.list('/products/deep')).length === 0,
      'the deletion of the revealed file',
    );
  });

  test('no account, no rows and no request', async () => {
    // The view, which is open by now, reads the library as well: let that end first.
    await rows();
    await disconnect();
    assert.deepEqual(await rows(), []);
    assert.deepEqual(await emulator.requests(), []);
  });
});
