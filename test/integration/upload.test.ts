import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import * as vscode from 'vscode';
import { open } from './support/documents.ts';
import { emulator, urlEndpoint } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { connectToEmulator, handles } from './support/extension.ts';
import { pixel, UploadDesk, uploadPath } from './support/uploads.ts';

suite('upload', () => {
  let desk: UploadDesk;

  // Once: filling the library takes a second, and no test here needs it empty.
  suiteSetup(connectToEmulator);

  setup(async () => {
    desk = new UploadDesk();
    await emulator.clearRequests();
  });

  teardown(() => desk.dispose());

  test('a file from the Explorer arrives in the library and its URL on the clipboard', async () => {
    desk.messages.answer('Copy URL');
    const message = await desk.upload(desk.file('my photo.png'));
    assert.match(message.text, /^Uploaded \/my_photo_[\w-]+\.png\.$/);
    assert.deepEqual(message.actions, ['Copy URL', 'Insert at Cursor', 'Reveal in Library']);

    const stored = (await emulator.list('/')).find(({ name }) => name.startsWith('my_photo_'));
    assert.equal(stored?.size, pixel.length);
    const copied = await eventually(async () => {
      const text = await vscode.env.clipboard.readText();
      return text.includes('my_photo_') && text;
    }, 'the copy');
    assert.equal(copied, `${urlEndpoint}/${stored.name}`);
    assert.equal((await fetch(copied)).status, 200);
  });

  test('files can be chosen in the dialog, and closing it uploads nothing', async () => {
    await vscode.commands.executeCommand('imagekit.uploadFile');
    assert.equal(desk.prompts.fileDialogs, 1);
    desk.prompts.chosenFiles.push([desk.file('chosen.png')]);
    const running = vscode.commands.executeCommand('imagekit.uploadFile');
    await (await desk.prompts.nextPicker()).accept();
    await running;
    assert.match((await desk.nextMessage()).text, /^Uploaded \/chosen_[\w-]+\.png\.$/);
    assert.equal((await emulator.requests()).filter(({ path }) => path === uploadPath).length, 1);
  });

  test('a folder of the library takes the upload without another question', async () => {
    const { mediaLibrary } = await handles();
    const rows = (await mediaLibrary.provider.getChildren()) ?? [];
    const folder = rows.find((row) => row.kind === 'folder' && row.path === '/products');
    desk.prompts.chosenFiles.push([desk.file('chosen.png')]);
    await vscode.commands.executeCommand('imagekit.uploadToFolder', folder);
    assert.match((await desk.nextMessage()).text, /^Uploaded \/products\/chosen_[\w-]+\.png\.$/);
    assert.deepEqual(desk.prompts.opened, []);
    assert.equal((await desk.stored('chosen_', '/products')).length, 1);
  });

  test('the URL is inserted at the cursor', async () => {
    const { document } = await open('![photo](|)', 'markdown');
    desk.messages.answer('Insert at Cursor');
    await desk.upload(desk.file('photo.png'));
    const text = await eventually(
      () => document.getText() !== '![photo]()' && document.getText(),
      'the insertion',
    );
    assert.match(text, /^!\[photo\]\(http:\/\/127\.0\.0\.1:\d+\/demo\/photo_[\w-]+\.png\)$/);
  });

  test('the key travels in the Authorization header of the upload only', async () => {
    await desk.upload(desk.file('a.png'));
    const key = 'private_emulator';
    const requests = await emulator.requests();
    const request = requests.find(({ path }) => path === uploadPath);
    const authorization = Buffer.from(
      request?.headers['authorization']?.replace('Basic ', '') ?? '',
      'base64',
    ).toString();
    assert.equal(authorization, `${key}:`);
    for (const { path } of requests) assert(!path.includes(key));
  });

  test('several files go in one batch with one message', async () => {
    const prefixes = ['batch1', 'batch2', 'batch3', 'batch4'];
    const message = await desk.upload(...prefixes.map((prefix) => desk.file(`${prefix}.png`)));
    assert.equal(message.text, 'Uploaded 4 files to /.');
    assert.equal(desk.messages.shown.length, 1);
    for (const prefix of prefixes) assert.equal((await desk.stored(prefix)).length, 1, prefix);
  });

  test('a name that the service changes is reported as it is stored', async () => {
    const message = await desk.upload(desk.file('Ünïcode & co.png'));
    assert.match(message.text, /^Uploaded \/[\w.-]+|Uploaded \//);
    const path = /Uploaded (\/.+)\.$/.exec(message.text)?.[1];
    const names = (await emulator.list('/')).map(({ name }) => `/${name}`);
    assert(path !== undefined && names.includes(path), path);
  });

  test('a large file is streamed and arrives whole', async () => {
    const big = desk.file('big.bin', Buffer.alloc(0));
    const size = 20_000_000;
    truncateSync(big.fsPath, size);
    await desk.upload(big);
    const stored = (await emulator.list('/')).find(({ name }) => name.startsWith('big_'));
    assert.equal(stored?.size, size);
  });
});
