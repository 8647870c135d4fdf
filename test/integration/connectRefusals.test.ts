import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { listening } from '../unit/platform/testServer.ts';
import { ConnectDesk, keys } from './support/connectDesk.ts';
import { emulator, urlEndpoint } from './support/emulatorControls.ts';
import { account, connectToEmulator, disconnect, extension } from './support/extension.ts';

suite('connect account: refusals', () => {
  let desk: ConnectDesk;

  setup(async () => {
    desk = new ConnectDesk();
    await disconnect();
  });

  teardown(() => desk.dispose());

  /** The sentence that the account is refused with; nothing of it may be kept. */
  async function refusalOf(...texts: readonly string[]): Promise<string> {
    const before = desk.messages.shown.length;
    const running = desk.start();
    await desk.answer(...texts);
    await running;
    assert.equal(desk.messages.shown.length, before + 1);
    const message = desk.messages.shown[before] ?? assert.fail();
    assert.equal(message.severity, 'showErrorMessage');
    assert.deepEqual(message.actions, ['Try Again', 'Edit', 'Show Log']);
    assert.equal(await account(), undefined);
    return message.text;
  }

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
      const running = desk.start();
      const box = await desk.prompts.nextInput();
      await box.answer(typed);
      assert.match(box.refusal ?? '', sentence);
      assert.equal(desk.prompts.opened.length, 1, 'the next question waits');
      await box.answer(urlEndpoint);
      const next = await desk.prompts.nextInput();
      await next.cancel();
      await running;
      assert.equal(await account(), undefined);
    });
  }

  test('the two keys are not taken for one another', async () => {
    const running = desk.start();
    await desk.answer(urlEndpoint);
    const publicKey = await desk.prompts.nextInput();
    await publicKey.answer(keys[1]);
    assert.match(publicKey.refusal ?? '', /^This is the private key/);
    await publicKey.answer(keys[0]);
    const privateKey = await desk.prompts.nextInput();
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

  test('an account that cannot be connected leaves the connected one as it is', async () => {
    await connectToEmulator();
    const connected = await account();
    const running = desk.start();
    await desk.answer('http://127.0.0.1:9/demo', ...keys);
    await running;
    assert.equal(desk.messages.shown.length, 1);
    assert.deepEqual(await account(), connected);
  });
});
