import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { listening } from '../unit/platform/testServer.ts';
import { emulator, emulatorOrigin, urlEndpoint } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { extension, handles } from './support/extension.ts';
import { Messages } from './support/messages.ts';
import { Prompts } from './support/prompts.ts';

const keys = ['public_emulator', 'private_emulator'] as const;

suite('connect account', () => {
  let messages: Messages;
  let prompts: Prompts;

  setup(async () => {
    messages = new Messages();
    prompts = new Prompts();
    await emulator.clearFaults();
    const { store } = await handles();
    await store.delete();
    await eventually(async () => (await store.get()) === undefined, 'the end of the connection');
    await emulator.clearRequests();
  });

  teardown(() => {
    messages.dispose();
    prompts.dispose();
  });

  const start = (): Thenable<unknown> => vscode.commands.executeCommand('imagekit.connectAccount');
  const account = async () => (await handles()).store.get();

  async function answer(...texts: readonly string[]): Promise<void> {
    for (const text of texts) await (await prompts.nextInput()).answer(text);
  }

  /** What the status bar shows of the account; VS Code tells a hidden item only by the calls. */
  async function watchStatusBar(): Promise<{ shown: string | undefined }> {
    const { item } = (await handles()).account.statusBar;
    const state: { shown: string | undefined } = { shown: undefined };
    const show = item.show.bind(item);
    const hide = item.hide.bind(item);
    Object.assign(item, {
      show: () => {
        state.shown = item.text;
        show();
      },
      hide: () => {
        state.shown = undefined;
        hide();
      },
    });
    return state;
  }

  /** The sentence that the account is refused with; nothing of it may be kept. */
  async function refusalOf(...texts: readonly string[]): Promise<string> {
    const before = messages.shown.length;
    const running = start();
    await answer(...texts);
    await running;
    assert.equal(messages.shown.length, before + 1);
    const message = messages.shown[before] ?? assert.fail();
    assert.equal(message.severity, 'showErrorMessage');
    assert.deepEqual(message.actions, ['Try Again', 'Edit']);
    assert.equal(await account(), undefined);
    return message.text;
  }

  test('three answers connect: the status bar names the account, the library has its files', async () => {
    const { store, mediaLibrary } = await handles();
    const statusBar = await watchStatusBar();
    const running = start();
    await answer(`${urlEndpoint}/`, ...keys);
    await running;
    assert.deepEqual(messages.shown, []);
    const host = new URL(emulatorOrigin).host;
    assert.deepEqual(await account(), {
      name: host,
      urlEndpoint,
      publicKey: keys[0],
      privateKey: keys[1],
      apiOrigin: emulatorOrigin,
      uploadOrigin: emulatorOrigin,
    });
    await eventually(() => statusBar.shown === `$(cloud) ${host}`, 'the status bar item');
    const rows = (await mediaLibrary.provider.getChildren()) ?? [];
    assert(rows.some((row) => 'name' in row && row.name === 'default-image.jpg'));
    await store.delete();
    await eventually(() => statusBar.shown === undefined, 'the end of the status bar item');
  });

  test('the steps are counted, the private key is hidden, and Back keeps what was typed', async () => {
    const running = start();
    await answer(urlEndpoint, keys[0]);
    const last = await prompts.nextInput();
    assert.deepEqual(
      prompts.opened.map(({ box }) => [box.step, box.totalSteps]),
      [
        [1, 3],
        [2, 3],
        [3, 3],
      ],
    );
    assert.equal(last.box.password, true);
    await last.back();
    const second = await prompts.nextInput();
    assert.equal(second.box.value, keys[0]);
    assert.equal(second.box.password, false);
    await second.cancel();
    await running;
  });

  for (const [typed, sentence] of [
    ['', /^Type the URL endpoint of your account, such as https:\/\/ik\.imagekit\.io/],
    ['demo', /looks like https:\/\/ik\.imagekit\.io/],
    ['http://ik.imagekit.io/demo', /begins with https:/],
    ['https://ik.imagekit.io', /Add your ImageKit id/],
    ['https://user:word@ik.imagekit.io/demo', /Remove the user name and password/],
    ['https://ik.imagekit.io/demo?tr=w-1', /Remove everything from \?/],
    ['https://ik.imagekit.io/demo/tr:w-1', /Remove the transformation/],
  ] as const) {
    test(`the endpoint “${typed}” is refused in its step, in one sentence`, async () => {
      const running = start();
      const box = await prompts.nextInput();
      await box.answer(typed);
      assert.match(box.refusal ?? '', sentence);
      assert.equal(prompts.opened.length, 1, 'the next question waits');
      await box.answer(urlEndpoint);
      const next = await prompts.nextInput();
      await next.cancel();
      await running;
      assert.equal(await account(), undefined);
    });
  }

  test('the two keys are not taken for one another', async () => {
    const running = start();
    await answer(urlEndpoint);
    const publicKey = await prompts.nextInput();
    await publicKey.answer(keys[1]);
    assert.match(publicKey.refusal ?? '', /^This is the private key/);
    await publicKey.answer(keys[0]);
    const privateKey = await prompts.nextInput();
    await privateKey.answer(keys[0]);
    assert.match(privateKey.refusal ?? '', /^This is the public key/);
    await privateKey.answer('');
    assert.match(privateKey.refusal ?? '', /^Paste the private key/);
    await privateKey.answer('private_ emulator');
    assert.match(privateKey.refusal ?? '', /no spaces/);
    await privateKey.cancel();
    await running;
    assert.deepEqual(await emulator.requests(), []);
  });

  test('a wrong key, an unreachable host and a refused certificate are three sentences', async () => {
    const extensionPath = extension().extensionPath;
    const pem = (name: string): Buffer =>
      readFileSync(join(extensionPath, 'test/fixtures/tls', name));
    let asked = 0;
    const untrusted = await listening(
      createServer(
        { key: pem('selfSigned.key.pem'), cert: pem('selfSigned.cert.pem') },
        (_request, response) => {
          asked++;
          response.end('[]');
        },
      ),
      'https',
    );
    try {
      const wrongKey = await refusalOf(urlEndpoint, keys[0], 'private_wrong');
      const unreachable = await refusalOf('http://127.0.0.1:9/demo', ...keys);
      const certificate = await refusalOf(`${untrusted.origin}/demo`, ...keys);
      assert.match(wrongKey, /private key/);
      assert.match(unreachable, /^127\.0\.0\.1:9 cannot be reached; check your network/);
      assert.match(certificate, /^The certificate of 127\.0\.0\.1:\d+ is not trusted/);
      assert.doesNotMatch(`${unreachable} ${certificate}`, /\bkey\b/);
      assert.doesNotMatch([wrongKey, unreachable, certificate].join(), /private_/);
      assert.equal(asked, 0, 'the key is not sent to a host that is not trusted');
    } finally {
      await untrusted.stop();
    }
  });

  test('Edit asks again with what was typed, and the corrected key connects', async () => {
    messages.answer('Edit');
    const running = start();
    await answer(urlEndpoint, keys[0], 'private_wrong');
    const values: string[] = [];
    for (const text of [urlEndpoint, ...keys]) {
      const box = await prompts.nextInput();
      values.push(box.box.value);
      await box.answer(text);
    }
    await running;
    assert.deepEqual(values, [urlEndpoint, keys[0], 'private_wrong']);
    assert.equal((await account())?.privateKey, keys[1]);
  });

  test('giving up at any step keeps nothing and asks nobody', async () => {
    const all = [urlEndpoint, ...keys];
    for (const answered of all.keys()) {
      const running = start();
      await answer(...all.slice(0, answered));
      await (await prompts.nextInput()).cancel();
      await running;
    }
    assert.equal(await account(), undefined);
    assert.deepEqual(await emulator.requests(), []);
    assert.deepEqual(messages.shown, []);
  });

  test('an account that cannot be connected leaves the connected one as it is', async () => {
    const { store } = await handles();
    await vscode.commands.executeCommand('imagekit.connectEmulator', emulatorOrigin);
    const connected = await eventually(() => store.get(), 'the connection');
    const running = start();
    await answer('http://127.0.0.1:9/demo', ...keys);
    await running;
    assert.equal(messages.shown.length, 1);
    assert.deepEqual(await store.get(), connected);
  });
});
