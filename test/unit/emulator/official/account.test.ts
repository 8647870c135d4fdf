import assert from 'node:assert/strict';
import type ImageKit from '@imagekit/nodejs';
import { BadRequestError, NotFoundError, toFile } from '@imagekit/nodejs';
import { startEmulator } from '../../../emulator/startEmulator.ts';
import type { Emulator } from '../../../emulator/startEmulator.ts';
import { call, get, twoColors } from '../emulatorClient.ts';
import { connectClient } from './currentClient.ts';
import type { WatchedClient } from './currentClient.ts';

suite('emulator: the account with the official client', () => {
  let emulator: Emulator;
  let watched: WatchedClient;
  let client: ImageKit;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
    watched = connectClient(emulator);
    ({ client } = watched);
  });
  setup(async () => {
    await call(emulator, 'POST', '/__emulator/reset');
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function send(more: Partial<ImageKit.FileUploadParams> = {}): Promise<string> {
    const sent = await client.files.upload({
      file: await toFile(await twoColors(100, 50), 'x.png'),
      fileName: 'x.png',
      useUniqueFileName: false,
      ...more,
    });
    return sent.fileId ?? '';
  }

  test('keeps origins and never tells their secrets', async () => {
    const s3 = {
      type: 'S3',
      name: 'Pictures',
      bucket: 'pictures',
      accessKey: 'key',
      secretKey: 'secret',
    } as const;
    const origin = await client.accounts.origins.create(s3);
    assert.deepEqual(origin, {
      id: origin.id,
      type: 'S3',
      name: 'Pictures',
      bucket: 'pictures',
      prefix: '',
      includeCanonicalHeader: false,
      useIAMRole: false,
    });
    const web = { type: 'WEB_FOLDER', name: 'Web', baseUrl: 'https://example.com' } as const;
    const replaced = await client.accounts.origins.update(origin.id, web);
    assert.deepEqual(await client.accounts.origins.get(origin.id), replaced);
    assert.deepEqual(await client.accounts.origins.list(), [replaced]);
    for (const bad of [
      { ...s3, secretKey: '' },
      { ...s3, name: 'no_underscore' },
      { type: 'GCS', name: 'x' },
      { type: 'FTP', name: 'x' },
    ]) {
      assert.equal((await call(emulator, 'POST', '/v1/accounts/origins', bad)).status, 400);
    }
    await client.accounts.origins.delete(origin.id);
    await assert.rejects(client.accounts.origins.get(origin.id), NotFoundError);
  });

  test('keeps URL endpoints and delivers through them', async () => {
    await send({ folder: '/pictures' });
    const origin = await client.accounts.origins.create({ type: 'WEB_PROXY', name: 'Proxy' });
    const fields = { description: 'Shop', urlPrefix: 'shop', origins: [origin.id] };
    const made = await client.accounts.urlEndpoints.create(fields);
    assert.equal((await get(emulator, '/shop/tr:w-10/pictures/x.png')).response.status, 200);
    const listed = await client.accounts.urlEndpoints.list();
    assert.deepEqual(
      listed.map(({ id, urlPrefix }) => [id, urlPrefix]),
      [
        ['default', ''],
        [made.id, 'shop'],
      ],
    );
    await assert.rejects(client.accounts.origins.delete(origin.id), BadRequestError);
    const renamed = { description: 'Shop', urlPrefix: 'store' };
    await client.accounts.urlEndpoints.update(made.id, renamed);
    assert.deepEqual((await client.accounts.urlEndpoints.get(made.id)).origins, []);
    await assert.rejects(client.accounts.urlEndpoints.create(renamed), BadRequestError);
    await assert.rejects(
      client.accounts.urlEndpoints.create({ ...fields, urlPrefix: 'x', origins: ['none'] }),
      BadRequestError,
    );
    await assert.rejects(client.accounts.urlEndpoints.delete('default'), BadRequestError);
    await client.accounts.urlEndpoints.delete(made.id);
    assert.equal((await get(emulator, '/store/pictures/x.png')).response.status, 404);
  });

  test('counts what was delivered', async () => {
    await send();
    const { bytes } = await get(emulator, '/x.png', { referer: 'https://shop.test/' });
    await get(emulator, '/none.png');
    const day = (offset: number): string =>
      new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const span = { startDate: day(-1), endDate: day(1) };
    const usage = await client.accounts.usage.get(span);
    assert.equal(usage.mediaLibraryStorageBytes, bytes.length);
    assert.ok((usage.bandwidthBytes ?? 0) >= bytes.length);
    const analytics = await client.accounts.usageAnalytics.get(span);
    assert.equal(analytics.requestCount, 2);
    assert.deepEqual(analytics.top404Assets, [
      { name: `${emulator.urlEndpoint}/none.png`, requestCount: 1 },
    ]);
    assert.equal(analytics.topImages.byRequests[0]?.name, `${emulator.urlEndpoint}/x.png`);
    assert.equal(analytics.topReferrers.byRequests[0]?.name, 'https://shop.test/');
    const today = { startDate: day(0), endDate: day(0) };
    await assert.rejects(client.accounts.usage.get(today), BadRequestError);
    // The last day counts here, so that one day is a span.
    assert.equal((await client.accounts.usageAnalytics.get(today)).requestCount, 2);
    for (const bad of [
      { startDate: day(1), endDate: day(0) },
      { startDate: day(-90), endDate: day(0) },
      { startDate: 'yesterday', endDate: day(0) },
    ]) {
      await assert.rejects(client.accounts.usage.get(bad), BadRequestError);
      await assert.rejects(client.accounts.usageAnalytics.get(bad), BadRequestError);
    }
  });

  test('has called every method of the account', () => {
    const parts = ['usage', 'usageAnalytics', 'origins', 'urlEndpoints'];
    assert.deepEqual(watched.uncalled(...parts.map((part) => `accounts.${part}`)), []);
  });
});
