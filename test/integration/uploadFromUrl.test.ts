import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startServer, type TestServer } from '../unit/platform/testServer.ts';
import { emulator, urlEndpoint } from './support/emulatorControls.ts';
import { connectToEmulator } from './support/extension.ts';
import { pixel, UploadDesk, uploadPath } from './support/uploads.ts';

suite('upload from URL', () => {
  let desk: UploadDesk;
  let server: TestServer | undefined;

  // Once: filling the library takes a second, and no test here needs it empty.
  suiteSetup(connectToEmulator);

  setup(async () => {
    desk = new UploadDesk();
    await emulator.clearRequests();
  });

  teardown(async () => {
    await emulator.clearFaults();
    await server?.stop();
    server = undefined;
    desk.dispose();
  });

  const start = (): Thenable<unknown> => vscode.commands.executeCommand('imagekit.uploadFromUrl');

  /** Answers the questions for address and name; without a name the suggested one is taken. */
  async function answer(url: string, name?: string): Promise<void> {
    const address = await desk.prompts.nextInput();
    await address.answer(url);
    const fileName = await desk.prompts.nextInput();
    await (name === undefined ? fileName.accept() : fileName.answer(name));
  }

  async function uploads(): Promise<number> {
    return (await emulator.requests()).filter(({ path }) => path === uploadPath).length;
  }

  async function bytes(url: string): Promise<Buffer> {
    const response = await fetch(url);
    assert.equal(response.status, 200, url);
    return Buffer.from(await response.arrayBuffer());
  }

  test('the remote file is in the library, byte for byte, under the suggested name', async () => {
    const remote = `${urlEndpoint}/default-image.jpg`;
    const running = start();
    await answer(`  ${remote}?v=2 `);
    assert.equal(desk.prompts.opened[1]?.box.value, 'default-image.jpg');
    await (await desk.prompts.nextPicker()).accept();
    await running;
    const message = await desk.nextMessage();
    const path = /^Uploaded (\/default-image_[\w-]+\.jpg)\.$/.exec(message.text)?.[1];
    assert(path !== undefined, message.text);
    assert.deepEqual(await bytes(`${urlEndpoint}${path}`), await bytes(remote));
    assert.deepEqual(message.actions, ['Copy URL', 'Insert at Cursor', 'Reveal in Library']);
  });

  test('it gets the name and the new folder that were typed', async () => {
    const running = start();
    await answer(`${urlEndpoint}/default-image.jpg`, 'my photo.jpg');
    const picker = await desk.prompts.nextPicker();
    picker.box.value = 'from the web';
    await picker.acceptRow('Upload to new folder /from_the_web');
    await running;
    const message = await desk.nextMessage();
    assert.match(message.text, /^Uploaded \/from_the_web\/my_photo_[\w-]+\.jpg\.$/);
    assert.equal((await desk.stored('my_photo_', '/from_the_web')).length, 1);
  });

  for (const [address, problem] of [
    ['', /https:\/\//],
    ['example.com/a.png', /https:\/\//],
    ['ftp://example.com/a.png', /https:\/\//],
    ['file:///etc/passwd', /https:\/\//],
    ['https://', /https:\/\//],
  ] as const) {
    test(`the address “${address}” is refused while it can be corrected`, async () => {
      const running = start();
      const box = await desk.prompts.nextInput();
      await box.answer(address);
      assert.match(box.refusal ?? '', problem);
      assert.equal(desk.prompts.opened.length, 1);
      await box.cancel();
      await running;
      assert.equal(await uploads(), 0);
    });
  }

  test('an address without a file name asks for one', async () => {
    const running = start();
    await (await desk.prompts.nextInput()).answer('https://example.com/');
    const name = await desk.prompts.nextInput();
    assert.equal(name.box.value, '');
    await name.accept();
    assert.equal(name.refusal, 'The file needs a name.');
    await name.cancel();
    await running;
  });

  test('giving up at any question uploads nothing and says nothing', async () => {
    for (const last of [1, 2, 3]) {
      const running = start();
      const address = await desk.prompts.nextInput();
      if (last > 1) await address.answer(`${urlEndpoint}/default-image.jpg`);
      const name = last > 1 ? await desk.prompts.nextInput() : address;
      if (last > 2) await name.accept();
      await (last > 2 ? await desk.prompts.nextPicker() : name).cancel();
      await running;
    }
    assert.equal(await uploads(), 0);
    assert.deepEqual(desk.messages.shown, []);
  });

  const unavailable = [
    ['a file that is not there', `${urlEndpoint}/missing.jpg`, 'the server answered 404'],
    ['a host that does not answer', 'http://127.0.0.1:9/missing.jpg', 'no connection'],
  ] as const;
  for (const [what, url, why] of unavailable) {
    test(`${what} ends in one sentence with a way on, and nothing is stored`, async () => {
      const before = await emulator.list('/');
      const running = start();
      await answer(url);
      await (await desk.prompts.nextPicker()).accept();
      await running;
      const message = await desk.nextMessage();
      assert.equal(message.severity, 'showErrorMessage');
      assert.equal(
        message.text,
        `missing.jpg was not uploaded: ImageKit refused the request: The file could not be downloaded from the URL: ${why}.`,
      );
      assert.deepEqual(message.actions, ['Retry Failed', 'Show Log']);
      assert.deepEqual(await emulator.list('/'), before);
      assert.equal(desk.messages.shown.length, 1);
    });
  }

  test('Retry Failed fetches it again once its server is back', async () => {
    let asked = 0;
    server = await startServer((_request, response) => {
      response.writeHead(asked++ === 0 ? 503 : 200, { 'content-type': 'image/png' }).end(pixel);
    });
    desk.messages.answer('Retry Failed');
    const running = start();
    await answer(`${server.origin}/late.png`);
    await (await desk.prompts.nextPicker()).accept();
    await running;
    assert.match((await desk.nextMessage()).text, /^late\.png was not uploaded: .*503\.$/);
    assert.match((await desk.nextMessage()).text, /^Uploaded \/late_[\w-]+\.png\.$/);
    assert.equal(asked, 2);
    assert.equal((await desk.stored('late_')).length, 1);
  });
});
