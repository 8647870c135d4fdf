import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { authorization, call, get, list, requests, twoColors, upload } from './emulatorClient.ts';

/** Waits for something that happens soon; mocha's own timeout is the limit. */
async function until(happened: () => Promise<boolean>): Promise<void> {
  while (!(await happened())) await wait(5);
}

suite('emulator: test controls', () => {
  let emulator: Emulator;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
  });
  setup(async () => {
    await call(emulator, 'POST', '/__emulator/reset');
    await call(emulator, 'DELETE', '/__emulator/requests');
    await call(emulator, 'DELETE', '/__emulator/faults');
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  const fail = async (fault: object): Promise<void> => {
    const { status } = await call(emulator, 'POST', '/__emulator/faults', [fault]);
    assert.equal(status, 204);
  };

  test('answers with a status for a number of times', async () => {
    await fail({ match: { method: 'GET', path: '/v1/files' }, times: 2, status: 429 });
    const first = await call(emulator, 'GET', '/v1/files');
    assert.equal(first.status, 429);
    assert.equal(first.headers.get('x-ratelimit-reset'), '1000');
    assert.ok(first.headers.get('x-ratelimit-limit') && first.headers.get('x-ratelimit-interval'));
    assert.deepEqual(Object.keys(first.body), ['message', 'help']);
    assert.equal((await call(emulator, 'GET', '/v1/files')).status, 429);
    assert.equal((await call(emulator, 'GET', '/v1/files')).status, 200);
  });

  test('gives the body and the headers of the fault', async () => {
    const body = { message: 'm', help: 'h', reason: 'R' };
    await fail({
      match: { path: '/v1/folder' },
      times: 1,
      status: 423,
      body,
      headers: { 'x-a': 'b' },
    });
    const answer = await call(emulator, 'DELETE', '/v1/folder', { folderPath: '/x' });
    assert.deepEqual([answer.status, answer.body, answer.headers.get('x-a')], [423, body, 'b']);
  });

  test('breaks the connection before and during a request', async () => {
    for (const drop of ['before', 'during']) {
      await fail({ match: { method: 'POST', path: '/api/v1/' }, times: 1, drop });
      const big = Buffer.alloc(3_000_000);
      await assert.rejects(upload(emulator, big, { fileName: 'big.bin' }), TypeError);
    }
    const [before, during] = await requests(emulator);
    assert.ok(before !== undefined && during !== undefined);
    assert.deepEqual([before.completed, before.status, during.completed], [false, 0, false]);
    assert.ok(during.bodyBytes > 0 && during.bodyBytes < 3_000_000);
    assert.deepEqual(await list(emulator), []);
  });

  test('breaks an answer half way', async () => {
    await upload(emulator, await twoColors(9, 9), {
      fileName: 'a.png',
      useUniqueFileName: 'false',
    });
    await fail({ match: { path: '/demo/' }, times: 1, drop: 'during' });
    await assert.rejects(get(emulator, '/a.png'));
    assert.equal((await get(emulator, '/a.png')).response.status, 200);
  });

  test('breaks the answer to what was done half way', async () => {
    await fail({ match: { method: 'POST', path: '/api/v1/' }, times: 1, drop: 'halfAnswer' });
    const fields = { fileName: 'half.png', useUniqueFileName: 'false' };
    await assert.rejects(upload(emulator, await twoColors(9, 9), fields), TypeError);
    assert.deepEqual(
      (await list(emulator)).map(({ name }) => name),
      ['half.png'],
    );
  });

  test('delays', async () => {
    await fail({ match: { path: '/v1/files' }, times: 1, delayMs: 120 });
    const start = performance.now();
    assert.equal((await call(emulator, 'GET', '/v1/files')).status, 200);
    assert.ok(performance.now() - start >= 115);
  });

  test('records what was asked', async () => {
    await call(emulator, 'GET', '/v1/files?limit=1');
    const log = await requests(emulator);
    assert.deepEqual(
      log.map(({ method, path, status, completed }) => [method, path, status, completed]),
      [['GET', '/v1/files?limit=1', 200, true]],
    );
    assert.equal(log[0]?.headers['authorization'], authorization);
  });

  test('forgets an upload that its sender gives up', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'emulator-test-'));
    const own = await startEmulator({ dataDir, seed: false, testControls: true });
    try {
      const sending = request(`${own.origin}/api/v1/files/upload`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'multipart/form-data; boundary=b' },
      });
      const broken = once(sending, 'error');
      sending.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n');
      sending.write('x'.repeat(100_000));
      const pending = join(dataDir, 'pending');
      await until(async () => (await readdir(pending)).length === 1);
      sending.destroy(new Error('given up'));
      await broken;
      await until(async () => (await readdir(pending)).length === 0);
      const [log] = await requests(own);
      assert.deepEqual([log?.completed, log?.status], [false, 0]);
      assert.deepEqual(await list(own), []);
    } finally {
      await own.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test('is not there unless it was asked for', async () => {
    const closed = await startEmulator({ seed: false });
    try {
      assert.equal((await call(closed, 'GET', '/__emulator/requests')).status, 404);
    } finally {
      await closed.stop();
    }
  });
});
