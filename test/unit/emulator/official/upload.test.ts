import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import ImageKit, { BadRequestError, PermissionDeniedError, toFile } from '@imagekit/nodejs';
import sharp from 'sharp';
import { startEmulator } from '../../../emulator/startEmulator.ts';
import type { Emulator } from '../../../emulator/startEmulator.ts';
import { call, get, twoColors, upload } from '../emulatorClient.ts';
import { waitFor } from '../support/waitFor.ts';
import { connectClient } from './currentClient.ts';
import type { WatchedClient } from './currentClient.ts';

suite('emulator: uploads with the official client', () => {
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

  test('signs URLs that open private files', async () => {
    await send({ isPrivateFile: true });
    const url = client.helper.buildSrc({
      urlEndpoint: emulator.urlEndpoint,
      src: '/x.png',
      transformation: [{ width: 40, height: 30 }],
      signed: true,
      expiresIn: 60,
    });
    assert.equal(client.helper.buildTransformationString([{ width: 40 }]), 'w-40');
    const { response } = await get(emulator, url.slice(emulator.urlEndpoint.length));
    assert.equal(response.status, 200);
  });

  test('lets a client in by the authentication parameters of the SDK', async () => {
    const { token, expire, signature } = client.helper.getAuthenticationParameters();
    const fields = {
      fileName: 'c.png',
      publicKey: emulator.publicKey,
      token,
      expire: String(expire),
      signature,
    };
    assert.equal((await upload(emulator, picture, fields, {})).status, 200);
  });

  test('turns a wrong key into its permission error', async () => {
    const stranger = new ImageKit({
      privateKey: 'private_other',
      baseURL: emulator.origin,
      maxRetries: 0,
    });
    await assert.rejects(stranger.assets.list(), PermissionDeniedError);
  });

  test('lets a read-only key read and nothing else', async () => {
    const reader = new ImageKit({
      privateKey: 'private_emulator_readonly',
      baseURL: emulator.origin,
      maxRetries: 0,
    });
    assert.deepEqual(await reader.assets.list(), []);
    await assert.rejects(
      reader.folders.create({ folderName: 'x', parentFolderPath: '/' }),
      PermissionDeniedError,
    );
    const file = await toFile(picture, 'x.png');
    await assert.rejects(reader.files.upload({ file, fileName: 'x.png' }), PermissionDeniedError);
  });

  test('transforms before storing', async () => {
    const sent = await send({ transformation: { pre: 'w-20,h-20' } });
    assert.deepEqual([sent.width, sent.height], [20, 20]);
    const { bytes } = await get(emulator, '/x.png');
    assert.equal((await sharp(bytes).metadata()).width, 20);
    await assert.rejects(send({ transformation: { pre: 'zz-1' } }), BadRequestError);
    const post: ImageKit.FileUploadParams.Transformation.Abs = {
      type: 'abs',
      value: '240_360',
      protocol: 'hls',
    };
    await send({ transformation: { post: [post, { type: 'thumbnail' }] } });
  });

  test('stores a video later when it has to be transformed first', async () => {
    const waves = new URL('../../../emulator/assets/waves.mp4', import.meta.url);
    const sent = await client.files.upload({
      file: await toFile(await readFile(waves), 'waves.mp4'),
      fileName: 'waves.mp4',
      useUniqueFileName: false,
      transformation: { pre: 'w-100' },
    });
    assert.equal(sent.fileId, undefined);
    const listed = await waitFor(
      async () => await client.assets.list(),
      (assets) => assets.length > 0,
    );
    assert.equal(listed[0]?.name, 'waves.mp4');
  });

  const checks: [string, boolean][] = [
    ['"file.size" < "1mb"', true],
    ['"file.mime" : "video/"', false],
    ['"mediaMetadata.width" >= 80 AND "mediaMetadata.height" < 60', false],
    ['"request.folder" = "/in/box" AND ("request.tags" IN ["b", "c"] OR "file.size" > 1)', true],
    ['"request.tags" NOT IN ["a"]', false],
    ['"request.isPrivateFile" = false', true],
    ['"mediaMetadata.duration" > 3', false],
  ];
  for (const [text, passes] of checks) {
    test(`checks ${text}`, async () => {
      const request = send({ checks: text, folder: '/in/box', tags: ['a', 'b'] });
      await (passes ? request : assert.rejects(request, BadRequestError));
    });
  }

  test('refuses checks that do not parse', async () => {
    for (const text of [
      'file.size < 1',
      '"file.size" <',
      '"other.size" < 1',
      '"file.size" HAS "1"',
    ]) {
      await assert.rejects(send({ checks: text }), /checks/, text);
    }
  });

  test('describes a picture later and reports to the webhook of this machine', async () => {
    const sent = await send({
      extensions: [{ name: 'ai-auto-description' }, { name: 'remove-bg' }],
    });
    assert.deepEqual(sent.extensionStatus, {
      'ai-auto-description': 'pending',
      'remove-bg': 'pending',
    });
    const described = await waitFor(
      async () => await client.files.get(sent.fileId ?? ''),
      ({ description }) => description !== undefined,
    );
    assert.match(described.description ?? '', /landscape/);
  });

  test('has called every helper', () => {
    assert.deepEqual(watched.uncalled('helper'), []);
  });
});
