import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emulator } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { connectToEmulator } from './support/extension.ts';
import { UploadDesk, uploadPath } from './support/uploads.ts';

suite('pausing uploads', () => {
  let desk: UploadDesk;

  suiteSetup(connectToEmulator);
  setup(async () => {
    desk = new UploadDesk();
    await emulator.clearRequests();
  });
  teardown(async () => {
    await emulator.clearFaults();
    desk.dispose();
  });

  const sent = async (): Promise<number> =>
    (await emulator.requests()).filter(({ path }) => path === uploadPath).length;

  test('what is on its way arrives, nothing starts, and going on sends the rest', async () => {
    // Each of the uploads takes a moment.
    await emulator.addFaults({ match: { path: uploadPath }, times: 7, delayMs: 700 });
    const files = Array.from({ length: 7 }, (_, index) => desk.file(`paused ${index}.png`));
    const running = desk.upload(...files);
    await eventually(async () => (await sent()) >= 3, 'the first uploads');
    await vscode.commands.executeCommand('imagekit.pauseUploads');
    const started = await sent();
    assert(started < 7, `${started} had started`);
    await new Promise((resolve) => {
      setTimeout(resolve, 2000);
    });
    assert.equal(await sent(), started);
    assert.equal((await desk.stored('paused_', '/')).length, started);
    await vscode.commands.executeCommand('imagekit.resumeUploads');
    const message = await running;
    assert.match(message.text, /^Uploaded 7 files to \/\.$/);
    assert.equal(await sent(), 7);
  });

  test('where no upload runs there is nothing to pause', async () => {
    await vscode.commands.executeCommand('imagekit.pauseUploads');
    assert.equal((await desk.nextMessage()).text, 'No upload is running.');
  });
});
