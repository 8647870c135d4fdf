import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, truncateSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { startRawServer } from '../unit/platform/testServer.ts';
import { emulator, emulatorOrigin, type Fault } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { connectToEmulator, handles } from './support/extension.ts';
import { UploadDesk, uploadPath } from './support/uploads.ts';

/** One sentence and no more: a capital, no stack, no key, a full stop at the end. */
const oneSentence = /^[A-Z](?:(?!\. |\n|undefined|\[object|private_)[^])*\.$/;

suite('upload failures', () => {
  let desk: UploadDesk;

  // Once: filling the library takes a second, and no test here needs it empty.
  suiteSetup(connectToEmulator);

  setup(async () => {
    desk = new UploadDesk();
    await emulator.clearRequests();
  });

  teardown(async () => {
    await emulator.clearFaults();
    desk.dispose();
  });

  const fault = (what: Partial<Fault>): Promise<void> =>
    emulator.addFaults({ match: { path: uploadPath }, times: 1, ...what });

  /** Uploads the file, which must fail with one sentence and without a trace in the library. */
  async function reasonOf(uri: vscode.Uri, name: string): Promise<string> {
    const before = await emulator.list('/');
    const message = await desk.upload(uri);
    assert.equal(message.severity, 'showErrorMessage');
    assert.deepEqual(message.actions, ['Retry Failed', 'Show Log']);
    assert.deepEqual(await emulator.list('/'), before, 'nothing is stored');
    assert.equal(desk.messages.shown.length, 1, 'it is said once');
    const prefix = `${name} was not uploaded: `;
    assert(message.text.startsWith(prefix), message.text);
    const reason = message.text.slice(prefix.length);
    assert.match(reason, oneSentence);
    return reason;
  }

  const answers: readonly (readonly [string, Partial<Fault>, RegExp])[] = [
    ['a name that is refused', { status: 400, body: { message: 'Bad fileName' } }, /Bad fileName/],
    ['a 400 without a word', { status: 400, body: {} }, /refused the request.*400/],
    ['a 401', { status: 401 }, /private key; copy it again/],
    ['a 403', { status: 403 }, /use a key that is active/],
    ['a 413', { status: 413 }, /larger than your ImageKit plan allows; upload a smaller one/],
    ['a 500', { status: 500 }, /problem of its own \(status 500\); try again/],
    ['a 504', { status: 504, body: {} }, /\(status 504\); try again/],
  ];
  for (const [what, answer, sentence] of answers) {
    test(`${what} names the file, says what to do and stores nothing`, async () => {
      await fault(answer);
      assert.match(await reasonOf(desk.file('a.png'), 'a.png'), sentence);
    });
  }

  test('a 429 for long names the file and says when to come back', async () => {
    await fault({ status: 429, headers: { 'x-ratelimit-reset': '600000' } });
    const reason = await reasonOf(desk.file('a.png'), 'a.png');
    assert.match(reason, /too many requests.*; try again in 10 minutes/);
    // What ImageKit said holds for the account as it is: another name, and it is another one.
    const { session, store } = await handles();
    const account = (await session.find())?.account ?? assert.fail();
    await store.change({ ...account, name: `${account.name} again` });
    await session.find();
    await store.change(account);
  });

  test('a 429 for a moment is waited for, and told in the progress', async () => {
    await fault({ status: 429, headers: { 'x-ratelimit-reset': '2000' } });
    const told = desk.messages.progress();
    const { text } = await desk.upload(desk.file('waits.png'));
    assert.match(text, /^Uploaded \/waits_[\w-]+\.png\.$/);
    assert(
      told.some((message) => /takes no more for now, goes on at \d+:\d\d/.test(message)),
      told.join('\n'),
    );
    assert.equal((await desk.stored('waits_')).length, 1);
  });

  test('a connection that breaks each time the file is sent stores nothing', async () => {
    const big = desk.file('big.bin', Buffer.alloc(0));
    truncateSync(big.fsPath, 20_000_000);
    await fault({ drop: 'during', times: 9 });
    assert.match(await reasonOf(big, 'big.bin'), /^The connection to .+ broke off; .*try again\.$/);
  });

  test('a file that is not there any more', async () => {
    const uri = vscode.Uri.file(join(desk.folder, 'gone.png'));
    assert.match(await reasonOf(uri, 'gone.png'), /gone\.png does not exist.*choose another one/);
  });

  test('a folder in the place of a file', async () => {
    const path = join(desk.folder, 'folder.png');
    mkdirSync(path);
    const reason = await reasonOf(vscode.Uri.file(path), 'folder.png');
    assert.match(reason, /cannot be read; check that it is a file/);
  });

  test('a file that this user may not read', async function () {
    // Root may read everything.
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    const uri = desk.file('secret.png');
    chmodSync(uri.fsPath, 0);
    assert.match(await reasonOf(uri, 'secret.png'), /you have permission to read it/);
  });

  test('a file without bytes, and one without a name', async () => {
    const empty = desk.file('empty.png', Buffer.alloc(0));
    assert.match(await reasonOf(empty, 'empty.png'), /is empty/);
    const { text } = await desk.upload(desk.file(' '));
    assert.equal(text, '  was not uploaded: The file needs a name.');
    assert.equal((await emulator.requests()).filter(({ path }) => path === uploadPath).length, 0);
  });

  test('a file that is too large for the plan in the settings is refused before anything is sent', async () => {
    const settings = vscode.workspace.getConfiguration('imagekit.upload');
    const file = desk.file('large.png', Buffer.alloc(0));
    truncateSync(file.fsPath, 26 * 1024 * 1024 + 1);
    await settings.update('plan', 'free', vscode.ConfigurationTarget.Global);
    try {
      const reason = await reasonOf(file, 'large.png');
      assert.match(
        reason,
        /^The free plan of ImageKit takes such files of up to 25 MB, and .* has .* MB; make it smaller\.$/,
      );
      assert.equal((await emulator.requests()).filter(({ path }) => path === uploadPath).length, 0);
    } finally {
      await settings.update('plan', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('a folder that is nested too deep is refused before anything is sent', async () => {
    const uris = [desk.file('a.png')];
    const running = vscode.commands.executeCommand('imagekit.uploadFile', uris[0], uris);
    const picker = await desk.prompts.nextPicker();
    picker.box.value = 'deep/'.repeat(51);
    await picker.acceptRow('Upload to new folder /deep/deep');
    await running;
    const { text } = await desk.nextMessage();
    assert.equal(
      text,
      'a.png was not uploaded: The folder path is 51 levels deep; ImageKit allows 50.',
    );
    assert.deepEqual(await desk.stored('deep'), []);
  });

  test('folders that cannot be listed are one row with a way to the log, and upload goes on', async () => {
    await emulator.addFaults({ match: { path: '/v1/files' }, times: 9, status: 403 });
    const uris = [desk.file('a.png')];
    const running = vscode.commands.executeCommand('imagekit.uploadFile', uris[0], uris);
    const picker = await desk.prompts.nextPicker();
    const row = await eventually(
      () => picker.box.items.find(({ label }) => label.startsWith('$(warning) ')),
      'the row about the failure',
    );
    assert.match(row.label, /use a key that is active/);
    assert.deepEqual(
      row.buttons?.map(({ tooltip }) => tooltip),
      ['Show Log'],
    );
    await emulator.clearFaults();
    await picker.acceptRow('Upload to /');
    await running;
    assert.match((await desk.nextMessage()).text, /^Uploaded \/a/);
  });

  test('what arrived and what did not are told in one message', async () => {
    const { text, actions } = await desk.upload(
      desk.file('mixed1.png'),
      desk.file('empty.png', Buffer.alloc(0)),
      desk.file('mixed2.png'),
      vscode.Uri.file(join(desk.folder, 'gone.png')),
    );
    assert.equal(
      text,
      'Uploaded 2 files to /. empty.png (and 1 more) was not uploaded: The file is empty, so there is nothing to upload.',
    );
    assert.deepEqual(actions, [
      'Retry Failed',
      'Copy URL',
      'Insert at Cursor',
      'Reveal in Library',
      'Show Log',
    ]);
    assert.equal((await desk.stored('mixed1_')).length, 1);
    assert.equal((await desk.stored('mixed2_')).length, 1);
  });

  test('Retry Failed sends exactly the file that failed', async () => {
    await fault({ status: 500 });
    desk.messages.answer('Retry Failed');
    const first = await desk.upload(desk.file('again1.png'), desk.file('again2.png'));
    assert.match(
      first.text,
      /^Uploaded \/again[12]_[\w-]+\.png\. again[12]\.png was not uploaded: /,
    );
    assert.match((await desk.nextMessage()).text, /^Uploaded \/again[12]_[\w-]+\.png\.$/);
    assert.equal((await desk.stored('again1_')).length, 1);
    assert.equal((await desk.stored('again2_')).length, 1);
  });

  /** Uploads a file that fails, then does something to the account before Retry Failed. */
  async function retryAfter(change: () => Promise<unknown>): Promise<string> {
    await fault({ status: 500 });
    const press = desk.messages.hold('Retry Failed');
    await desk.upload(desk.file('late.png'));
    await change();
    await emulator.clearRequests();
    press();
    const { text } = await desk.nextMessage();
    const sent = (await emulator.requests()).filter(({ path }) => path === uploadPath);
    assert.deepEqual(sent, []);
    return text;
  }

  test('Retry Failed sends nothing to an account that is read-only by then', async () => {
    const { store, session } = await handles();
    const { account } = await session.require();
    try {
      const text = await retryAfter(() => store.change({ ...account, isReadOnly: true }));
      assert.match(text, /^late\.png was not uploaded: This account is read-only in VS Code/);
    } finally {
      await store.change({ ...account, isReadOnly: false });
    }
  });

  test('Retry Failed sends nothing with the key of an account that is disconnected by then', async () => {
    const { store, session } = await handles();
    const { account } = await session.require();
    try {
      const text = await retryAfter(() => store.delete(account.id));
      assert.match(text, /^late\.png was not uploaded: This account is not connected any more/);
    } finally {
      await store.save(account);
    }
  });

  test('Retry Failed goes on with the keys that the account has by then', async () => {
    const { store, session } = await handles();
    const { account } = await session.require();
    await fault({ status: 500 });
    const press = desk.messages.hold('Retry Failed');
    await desk.upload(desk.file('rekeyed.png'));
    await emulator.clearRequests();
    try {
      await store.save({ ...account, privateKey: 'private_rotated' });
      press();
      await desk.nextMessage();
      const sent = (await emulator.requests()).filter(({ path }) => path === uploadPath);
      assert(sent.length > 0);
      for (const { headers } of sent) {
        assert.equal(headers['authorization'], `Basic ${btoa('private_rotated:')}`);
      }
    } finally {
      await store.save(account);
    }
  });

  /** Uploads over a connection that breaks as soon as the service answers. */
  async function uploadUnanswered(name: string): ReturnType<UploadDesk['upload']> {
    const { session, store } = await handles();
    const account = (await session.find())?.account ?? assert.fail();
    const relay = await startRawServer((socket) => {
      const upstream = connect(Number(new URL(emulatorOrigin).port), '127.0.0.1');
      socket.pipe(upstream);
      upstream.once('data', () => socket.destroy());
    });
    try {
      await store.save({ ...account, uploadOrigin: relay.origin });
      return await desk.upload(desk.file(name));
    } finally {
      await store.save(account);
      await relay.stop();
    }
  }

  test('a file whose answer was lost is found in the library and not sent again', async () => {
    const { text, severity } = await uploadUnanswered('found.png');
    assert.equal(severity, 'showInformationMessage');
    const stored = await desk.stored('found_');
    assert.equal(stored.length, 1);
    assert.equal(text, `Uploaded /${stored[0]}.`);
  });

  test('a file that cannot be looked for is not called missing, and the library shows it', async () => {
    const { mediaLibrary } = await handles();
    await mediaLibrary.provider.getChildren();
    const look = '/v1/files?path=%2F&type=file&sort=DESC_UPDATED';
    await emulator.addFaults({ match: { path: look }, times: 1, status: 403 });
    const { text, severity, actions } = await uploadUnanswered('lost.png');
    assert.equal(severity, 'showErrorMessage');
    assert.match(
      text,
      /^lost\.png was sent but not confirmed, so look in \/ before you retry: The connection to .+ broke off; .+\.$/,
    );
    assert.deepEqual(actions, ['Retry Failed', 'Show Log']);
    const [name] = await desk.stored('lost_');
    assert(name !== undefined, 'the service has it');
    const rows = (await mediaLibrary.provider.getChildren()) ?? [];
    assert(rows.some((row) => 'name' in row && row.name === name));
  });
});
