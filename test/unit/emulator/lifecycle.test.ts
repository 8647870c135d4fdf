import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { startEmulator } from '../../emulator/startEmulator.ts';
import { call, get, list, twoColors, upload } from './emulatorClient.ts';
import type { AnswerBody } from './emulatorClient.ts';

suite('emulator: start, stop and the sample library', () => {
  test('keeps its library over a restart', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'emulator-test-'));
    try {
      const first = await startEmulator({ dataDir, seed: false });
      const picture = await twoColors(20, 20);
      const sent = await upload(first, picture, { fileName: 'k.png', folder: '/f', tags: 'x' });
      await first.stop();
      const second = await startEmulator({ dataDir, seed: false });
      try {
        const { body } = await call(second, 'GET', `/v1/files/${sent.body.fileId}/details`);
        assert.deepEqual([body.tags, body.filePath], [['x'], sent.body.filePath]);
        assert.deepEqual((await get(second, body.filePath)).bytes, picture);
      } finally {
        await second.stop();
      }
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test('names the port that is taken', async () => {
    const first = await startEmulator({ seed: false });
    try {
      const port = Number(new URL(first.origin).port);
      await assert.rejects(
        startEmulator({ port, seed: false }),
        new RegExp(`Port ${String(port)} `),
      );
    } finally {
      await first.stop();
    }
  });

  test('stops while connections are open', async () => {
    const emulator = await startEmulator({ seed: false, testControls: true });
    const slow = [{ match: { path: '/v1/files' }, times: 1, delayMs: 5000 }];
    await call(emulator, 'POST', '/__emulator/faults', slow);
    const pending = call(emulator, 'GET', '/v1/files').catch(() => 'broken');
    await call(emulator, 'GET', '/__emulator/requests');
    await emulator.stop();
    assert.equal(await pending, 'broken');
  });

  test('comes with pictures, a document, a video and a private file', async () => {
    const emulator = await startEmulator();
    try {
      const files = await list(emulator);
      const of = (test: (file: AnswerBody) => boolean): number => files.filter(test).length;
      assert.ok(of((file) => file.fileType === 'image') >= 12);
      assert.equal(
        of((file) => file.mime === 'application/pdf'),
        1,
      );
      assert.equal(
        of((file) => file.mime === 'video/mp4'),
        1,
      );
      assert.equal(
        of((file) => file.isPrivateFile),
        1,
      );
      const sample = await sharp((await get(emulator, '/default-image.jpg')).bytes).metadata();
      assert.deepEqual([sample.width, sample.height], [1000, 1000]);
      const still = await get(emulator, '/videos/waves.mp4/ik-thumbnail.jpg?tr=w-160');
      assert.equal(still.response.status, 200);
      assert.equal((await sharp(still.bytes).metadata()).width, 160);
      const page = await get(emulator, '/brand/style-guide.pdf/ik-thumbnail.jpg');
      assert.equal(page.response.headers.get('x-emulator-unsupported'), 'ik-thumbnail');
      const movie = await get(emulator, '/videos/waves.mp4?tr=w-100');
      assert.equal(movie.response.headers.get('x-emulator-unsupported'), 'w');
      assert.equal(movie.response.headers.get('content-type'), 'video/mp4');
    } finally {
      await emulator.stop();
    }
  });
});
