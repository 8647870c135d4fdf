import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { authorization, call, get, list, requests, upload } from './emulatorClient.ts';
import type { Answer } from './emulatorClient.ts';
import { waitFor } from './support/waitFor.ts';

suite('emulator: a bad network and a busy service', () => {
  let emulator: Emulator;
  const bytes = Buffer.alloc(40_000, 7);
  const named = { fileName: 'x.bin', useUniqueFileName: 'false' };

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
  });
  setup(async () => {
    await call(emulator, 'DELETE', '/__emulator/conditions');
    await call(emulator, 'DELETE', '/__emulator/requests');
    await call(emulator, 'POST', '/__emulator/reset');
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function set(conditions: object): Promise<void> {
    const { status } = await call(emulator, 'PUT', '/__emulator/conditions', conditions);
    assert.equal(status, 204);
  }

  async function ask(path = '/v1/files'): Promise<Answer> {
    return await call(emulator, 'GET', path);
  }

  async function timed(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await work();
    return performance.now() - start;
  }

  test('answers late', async () => {
    await set({ latencyMs: { min: 60, max: 80 } });
    assert.ok((await timed(ask)) >= 55);
  });

  test('sends and receives slowly', async () => {
    await upload(emulator, bytes, named);
    await set({ bandwidth: { download: 400_000 } });
    const answer = await get(emulator, '/x.bin');
    assert.deepEqual(answer.bytes, bytes);
    assert.ok((await timed(async () => await get(emulator, '/x.bin'))) >= 90);
    await set({ bandwidth: { upload: 400_000 } });
    assert.ok((await timed(async () => await upload(emulator, bytes, named))) >= 90);
    assert.deepEqual((await get(emulator, '/x.bin')).bytes, bytes);
  });

  async function statuses(count: number): Promise<number[]> {
    const seen: number[] = [];
    for (let index = 0; index < count; index += 1) seen.push((await ask()).status);
    return seen;
  }

  test('refuses shares of the requests, the same ones for the same seed', async () => {
    const errors = [
      { status: 503, rate: 0.2 },
      { status: 429, rate: 0.1 },
      { match: { path: '/v1/folder' }, status: 500, rate: 1 },
    ];
    await set({ seed: 42, errors });
    const first = await statuses(100);
    await set({ seed: 42, errors });
    assert.deepEqual(await statuses(100), first);
    await set({ seed: 43, errors });
    assert.notDeepEqual(await statuses(100), first);
    const count = (status: number): number => first.filter((each) => each === status).length;
    assert.ok(count(503) >= 10 && count(503) <= 30, `${String(count(503))} of 100`);
    assert.ok(count(429) >= 2 && count(429) <= 18, `${String(count(429))} of 100`);
    assert.equal(count(200) + count(503) + count(429), 100);
  });

  for (const [at, isStored, whole] of [
    ['before', false, false],
    ['during', false, false],
    ['after', false, true],
    ['answer', true, true],
  ] as const) {
    test(`breaks the connection ${at} an upload`, async () => {
      const big = Buffer.alloc(3_000_000);
      await set({ resets: [{ match: { method: 'POST', path: '/api/' }, at, rate: 1 }] });
      await assert.rejects(upload(emulator, big, named), TypeError);
      const [log] = await waitFor(
        async () => await requests(emulator),
        (entries) => entries.length > 0,
      );
      assert.deepEqual([log?.status, log?.completed], [0, false]);
      assert.equal((log?.bodyBytes ?? 0) >= big.length, whole);
      const stored = await waitFor(
        async () => await list(emulator),
        (files) => files.length === Number(isStored),
      );
      assert.equal(stored[0]?.size, isStored ? big.length : undefined);
    });
  }

  test('loses the answer of every other call that changes something', async () => {
    await set({
      resets: [{ match: { method: 'POST', path: '/v1/folder' }, at: 'answer', rate: 1 }],
    });
    const folder = { folderName: 'made', parentFolderPath: '/' };
    await assert.rejects(call(emulator, 'POST', '/v1/folder', folder), TypeError);
    assert.equal((await list(emulator, 'type=folder'))[0]?.name, 'made');
  });

  test('limits the rate of each endpoint and says when to come again', async () => {
    const rateLimits = [
      { match: { method: 'GET' }, limit: 2, intervalMs: 300 },
      { limit: 100, intervalMs: 60_000 },
    ];
    await set({ rateLimits });
    const limitOf = ({ headers }: Answer): (string | null)[] =>
      ['limit', 'interval'].map((name) => headers.get(`x-ratelimit-${name}`));
    assert.deepEqual(limitOf(await ask()), ['2', '300']);
    const id = 'a'.repeat(24);
    assert.equal((await ask(`/v1/files/${id}/details`)).status, 404);
    await ask(`/v1/files/${'b'.repeat(24)}/details`);
    assert.equal((await ask(`/v1/files/${id}/details`)).status, 429, 'ids share their endpoint');
    await ask();
    const refused = await ask();
    assert.deepEqual([refused.status, ...limitOf(refused)], [429, '2', '300']);
    const reset = Number(refused.headers.get('x-ratelimit-reset'));
    assert.ok(reset >= 0 && reset <= 300);
    const free = { folderName: 'x', parentFolderPath: '/' };
    assert.deepEqual(limitOf(await call(emulator, 'POST', '/v1/folder', free)), ['100', '60000']);
    assert.equal((await upload(emulator, bytes, named)).headers.get('x-ratelimit-limit'), null);
    await waitFor(ask, ({ status }) => status === 200);
  });

  test('is perfect unless told otherwise', async () => {
    const { body, headers } = await ask('/__emulator/conditions');
    const none = { latencyMs: 0, bandwidth: {}, errors: [], resets: [], rateLimits: [] };
    assert.deepEqual(body, { seed: 1, ...none });
    assert.equal(headers.get('x-ratelimit-limit'), null);
    for (const bad of [{ latency: 1 }, { errors: [{ status: 500, rate: 2 }] }, { resets: [{}] }]) {
      assert.equal((await call(emulator, 'PUT', '/__emulator/conditions', bad)).status, 400);
    }
  });

  test('lets no page of another origin or name at the controls', async () => {
    const headers = { authorization, origin: 'https://example.com' };
    const page = await call(emulator, 'GET', '/__emulator/requests', undefined, headers);
    assert.equal(page.status, 403);
    const asked = request(`${emulator.origin}/__emulator/requests`, {
      headers: { host: 'rebound.example.com' },
    }).end();
    const [response] = await once(asked, 'response');
    assert.equal(response.statusCode, 403);
    response.resume();
  });
});
