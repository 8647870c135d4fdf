import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { open } from './support/documents.ts';
import { emulator, urlEndpoint } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { connectToEmulator } from './support/extension.ts';
import { Messages, type ShownMessage } from './support/messages.ts';

/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const uploadPath = '/api/v1/files/upload';

suite('upload', () => {
  let folder: string;
  let messages: Messages;

  setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'imagekit-upload-'));
    messages = new Messages();
    await connectToEmulator();
  });

  teardown(async () => {
    await emulator.clearFaults();
    messages.dispose();
    rmSync(folder, { recursive: true });
  });

  function file(name: string, bytes: Buffer = pixel): vscode.Uri {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return vscode.Uri.file(path);
  }

  /** Uploads into the root folder: the first row of the folder picker. */
  async function upload(...uris: readonly vscode.Uri[]): Promise<ShownMessage> {
    const running = vscode.commands.executeCommand('imagekit.uploadFile', uris[0], uris);
    let finished = false;
    void running.then(() => (finished = true));
    // The picker opens a moment later; accepting what is not there yet does nothing.
    await eventually(async () => {
      if (!finished) {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      }
      return messages.shown.length > 0 || (finished && messages.shown.length > 0);
    }, 'the message about the upload');
    await running;
    return messages.shown[0] ?? assert.fail();
  }

  test('a file from the Explorer arrives in the library and its URL on the clipboard', async () => {
    messages.answer('Copy URL');
    const message = await upload(file('my photo.png'));
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

  test('the URL is inserted at the cursor', async () => {
    const { document } = await open('![photo](|)', 'markdown');
    messages.answer('Insert at Cursor');
    await upload(file('photo.png'));
    const text = await eventually(
      () => document.getText() !== '![photo]()' && document.getText(),
      'the insertion',
    );
    assert.match(text, /^!\[photo\]\(http:\/\/127\.0\.0\.1:\d+\/demo\/photo_[\w-]+\.png\)$/);
  });

  test('the key travels in the Authorization header of the upload only', async () => {
    await upload(file('a.png'));
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
    const message = await upload(file('a.png'), file('b.png'), file('c.png'), file('d.png'));
    assert.equal(message.text, 'Uploaded 4 files to /.');
    assert.equal(messages.shown.length, 1);
    const names = (await emulator.list('/')).map(({ name }) => name);
    for (const name of ['a_', 'b_', 'c_', 'd_']) {
      assert.equal(names.filter((stored) => stored.startsWith(name)).length, 1, name);
    }
  });

  const failures = [
    [400, /\.$/],
    [401, /key/i],
    [403, /key|allow/i],
    [413, /large/i],
    [429, /wait|second|later/i],
    [500, /ImageKit/],
  ] as const;
  for (const [status, sentence] of failures) {
    test(`a ${status} names the file, says what to do and stores nothing`, async () => {
      const before = await emulator.list('/');
      await emulator.addFaults({ match: { path: uploadPath }, times: 1, status });
      const message = await upload(file('a.png'));
      assert.equal(message.severity, 'showErrorMessage');
      assert.match(message.text, /^a\.png was not uploaded: /);
      assert.match(message.text, sentence);
      assert.deepEqual(message.actions, ['Retry Failed', 'Show Log']);
      assert.deepEqual(await emulator.list('/'), before);
    });
  }

  test('a dropped connection is told, and Retry Failed sends exactly the file that failed', async () => {
    await emulator.addFaults({ match: { path: uploadPath }, times: 1, drop: 'before' });
    messages.answer('Retry Failed');
    const message = await upload(file('a.png'), file('b.png'));
    assert.match(message.text, /Uploaded \/[ab]_[\w-]+\.png\. [ab]\.png was not uploaded: /);
    const second = await eventually(() => messages.shown[1], 'the message about the retry');
    assert.match(second.text, /^Uploaded \/[ab]_[\w-]+\.png\.$/);
    const names = (await emulator.list('/')).map(({ name }) => name);
    assert.equal(names.filter((name) => /^[ab]_/.test(name)).length, 2);
  });

  test('a file that is gone, and a folder, are told apart from the network', async () => {
    const gone = vscode.Uri.file(join(folder, 'gone.png'));
    assert.match(
      (await upload(gone)).text,
      /gone\.png was not uploaded: .*(exist|moved|deleted|found)/i,
    );
  });

  test('a name that the service changes is reported as it is stored', async () => {
    const message = await upload(file('Ünïcode & co.png'));
    assert.match(message.text, /^Uploaded \/[\w.-]+|Uploaded \//);
    const path = /Uploaded (\/.+)\.$/.exec(message.text)?.[1];
    const names = (await emulator.list('/')).map(({ name }) => `/${name}`);
    assert(path !== undefined && names.includes(path), path);
  });

  test('a large file is streamed and arrives whole', async () => {
    const big = file('big.bin', Buffer.alloc(0));
    const size = 20_000_000;
    truncateSync(big.fsPath, size);
    await upload(big);
    const stored = (await emulator.list('/')).find(({ name }) => name.startsWith('big_'));
    assert.equal(stored?.size, size);
  });
});
