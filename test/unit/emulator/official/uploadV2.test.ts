import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type ImageKit from '@imagekit/nodejs';
import { PermissionDeniedError, toFile } from '@imagekit/nodejs';
import { startEmulator } from '../../../emulator/startEmulator.ts';
import type { Emulator } from '../../../emulator/startEmulator.ts';
import { call, twoColors } from '../emulatorClient.ts';
import { connectClient } from './currentClient.ts';
import type { WatchedClient } from './currentClient.ts';

suite('emulator: uploads of version 2 and limits with the official client', () => {
  let emulator: Emulator;
  let watched: WatchedClient;
  let client: ImageKit;
  let picture: Buffer;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
    watched = connectClient(emulator);
    ({ client } = watched);
    picture = await twoColors(80, 60);
  });
  setup(async () => {
    await call(emulator, 'POST', '/__emulator/reset');
    await call(emulator, 'PATCH', '/__emulator/settings', { processingMs: 10 });
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function send(
    more: Partial<ImageKit.FileUploadParams>,
  ): Promise<ImageKit.FileUploadResponse> {
    return await client.files.upload({
      file: await toFile(picture, 'x.png'),
      fileName: 'x.png',
      useUniqueFileName: false,
      ...more,
    });
  }

  test('takes an upload of version 2 with the key and with a token', async () => {
    const sent = await client.beta.v2.files.upload({
      file: await toFile(picture, 'v.png'),
      fileName: 'v.png',
      useUniqueFileName: false,
      tags: ['a', 'b'],
      responseFields: ['tags'],
    });
    assert.deepEqual([sent.filePath, sent.tags], ['/v.png', ['a', 'b']]);
    const fields = { fileName: 'w.png', folder: '/t' };
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...fields, iat: now, exp: now + 600 };
    const good = jwt(claims);
    const post = async (token: string, more = {}): Promise<number> => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...fields, ...more, token })) {
        form.set(name, value);
      }
      form.set('file', new Blob([new Uint8Array(picture)]), 'w.png');
      const url = `${emulator.origin}/api/v2/files/upload`;
      return (await fetch(url, { method: 'POST', body: form })).status;
    };
    const cases: [number, string, object?][] = [
      [200, good],
      [400, good],
      [400, jwt({ ...claims, exp: now + 4000 })],
      [400, jwt({ ...claims, iat: now - 700, exp: now - 100 })],
      [400, jwt(claims), { tags: 'more' }],
      [400, jwt({ ...claims, tags: 'a' })],
      [400, `${jwt({ ...claims, exp: now + 500 }).slice(0, -2)}xx`],
      [400, 'no.jwt'],
    ];
    for (const [index, [status, token, more]] of cases.entries()) {
      assert.equal(await post(token, more), status, `case ${String(index)}`);
    }
  });

  function jwt(claims: object): string {
    const encode = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${encode({ alg: 'HS256', typ: 'JWT', kid: emulator.publicKey })}.${encode(claims)}`;
    const signature = createHmac('sha256', emulator.privateKey).update(text).digest('base64url');
    return `${text}.${signature}`;
  }

  test('refuses what the plan does not include', async () => {
    const change = async (settings: object): Promise<void> => {
      await call(emulator, 'PATCH', '/__emulator/settings', settings);
    };
    await change({ plan: 'free' });
    await assert.rejects(send({ isPublished: false }), PermissionDeniedError);
    await change({ storageLimit: picture.length - 1 });
    await assert.rejects(send({}), PermissionDeniedError);
    await change({ storageLimit: picture.length });
    await send({});
    const big = await toFile(Buffer.alloc(25 * 1024 * 1024 + 1), 'big.bin');
    await change({ storageLimit: null });
    await assert.rejects(client.files.upload({ file: big, fileName: 'big.bin' }), /25 MB/);
  });

  test('has called every method of the beta', () => {
    assert.deepEqual(watched.uncalled('beta.v2.files'), []);
  });
});
