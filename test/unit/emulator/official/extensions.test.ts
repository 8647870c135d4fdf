import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type ImageKit, toFile } from '@imagekit/nodejs';
import sharp from 'sharp';
import { startEmulator } from '../../../emulator/startEmulator.ts';
import type { Emulator } from '../../../emulator/startEmulator.ts';
import { call, get, pixel } from '../emulatorClient.ts';
import { waitFor } from '../support/waitFor.ts';
import { connectClient } from './currentClient.ts';

suite('emulator: the extension remove-bg', () => {
  let emulator: Emulator;
  let client: ImageKit;
  let hook: Server;
  let webhookUrl = '';
  let told: string[] = [];

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
    ({ client } = connectClient(emulator));
    hook = createServer((request, response) => {
      void (async () => {
        const { service, status } = Object(await json(request)) as Record<string, string>;
        told.push(`${String(service)} ${String(status)}`);
        response.end();
      })();
    });
    await once(hook.listen(0, '127.0.0.1'), 'listening');
    webhookUrl = `http://127.0.0.1:${String((hook.address() as AddressInfo).port)}/`;
  });
  setup(async () => {
    told = [];
    await call(emulator, 'POST', '/__emulator/reset');
    await call(emulator, 'PATCH', '/__emulator/settings', { processingMs: 10 });
  });
  suiteTeardown(async () => {
    hook.closeAllConnections();
    hook.close();
    await emulator.stop();
  });

  /** A red rectangle on white. */
  async function sendPicture(): Promise<string> {
    const front = sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } });
    const picture = await sharp(await front.png().toBuffer())
      .extend({ top: 10, bottom: 10, left: 10, right: 10, background: 'white' })
      .png()
      .toBuffer();
    const fileName = 'cut-out.png';
    const file = await toFile(picture, fileName);
    const sent = await client.files.upload({ file, fileName, useUniqueFileName: false });
    return sent.fileId ?? '';
  }

  test('takes the background away in a new version, and tells the webhook', async () => {
    const fileId = await sendPicture();
    const updated = await client.files.update(fileId, {
      extensions: [{ name: 'remove-bg' }, { name: 'ai-auto-description' }],
      webhookUrl,
    });
    assert.deepEqual(updated.extensionStatus, {
      'remove-bg': 'pending',
      'ai-auto-description': 'pending',
    });
    await waitFor(
      async () => await Promise.resolve(told),
      ({ length }) => length === 2,
    );
    assert.deepEqual(told, ['remove-bg SUCCESS', 'ai-auto-description SUCCESS']);
    const file = await client.files.get(fileId);
    assert.deepEqual([file.hasAlpha, file.width, file.height], [true, 60, 40]);
    assert.match(file.description ?? '', /picture/);
    const { bytes } = await get(emulator, file.filePath ?? '');
    assert.equal((await pixel(bytes, 2, 2))[3], 0);
    assert.deepEqual(await pixel(bytes, 30, 20), [255, 0, 0, 255]);
    assert.equal((await client.files.versions.list(fileId)).length, 2);
  });

  test('fails, and changes nothing, where it would have to draw something', async () => {
    const fileId = await sendPicture();
    const extensions = [{ name: 'remove-bg' as const, options: { add_shadow: true } }];
    await client.files.update(fileId, { extensions, webhookUrl });
    await waitFor(
      async () => await Promise.resolve(told),
      ({ length }) => length === 1,
    );
    assert.deepEqual(told, ['remove-bg FAILURE']);
    assert.equal((await client.files.versions.list(fileId)).length, 1);
  });
});
