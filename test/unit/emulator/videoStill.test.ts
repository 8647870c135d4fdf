import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { get } from './emulatorClient.ts';

suite('emulator: stills of videos', () => {
  let emulator: Emulator;
  const { PATH } = process.env;

  suiteSetup(async () => {
    emulator = await startEmulator({});
  });
  teardown(() => {
    process.env['PATH'] = PATH;
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function still(chain: string): Promise<{ bytes: Buffer; unsupported: string | null }> {
    const { response, bytes } = await get(
      emulator,
      `/videos/waves.mp4/ik-thumbnail.jpg?tr=${chain}`,
    );
    assert.equal(response.status, 200);
    return { bytes, unsupported: response.headers.get('x-emulator-unsupported') };
  }

  test('are the frame of the time, by ffmpeg', async function () {
    if (spawnSync('ffmpeg', ['-version']).status !== 0) this.skip();
    const first = await still('w-160');
    assert.equal(first.unsupported, null);
    assert.equal((await sharp(first.bytes).metadata()).width, 160);
    const later = await still('w-160,so-1');
    assert.equal(later.unsupported, null);
    assert.notDeepEqual(later.bytes, first.bytes);
  });

  test('are a stand-in without ffmpeg, and say so', async () => {
    process.env['PATH'] = '';
    const { bytes, unsupported } = await still('w-150');
    assert.equal(unsupported, 'ik-thumbnail');
    assert.equal((await sharp(bytes).metadata()).width, 150);
  });
});
