import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { get, list, twoColors, upload } from './emulatorClient.ts';

suite('emulator: upload', () => {
  let emulator: Emulator;
  let picture: Buffer;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false });
    picture = await twoColors(60, 40);
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  test('stores a binary file and answers with the documented members', async () => {
    const { status, body } = await upload(emulator, picture, {
      fileName: 'a b?.png',
      folder: 'x/y',
    });
    assert.equal(status, 200);
    assert.match(body.name, /^a_b__[\w-]{9}\.png$/);
    assert.equal(body.filePath, `/x/y/${body.name}`);
    assert.equal(body.url.split('?')[0], `${emulator.urlEndpoint}/x/y/${body.name}`);
    assert.match(body.fileId, /^[0-9a-f]{24}$/);
    assert.equal(body.fileType, 'image');
    assert.deepEqual([body.width, body.height, body.size], [60, 40, picture.length]);
    assert.equal(body.versionInfo.name, 'Version 1');
    assert.equal(body.AITags, null);
    assert.equal('tags' in body, false);
    const { bytes } = await get(emulator, body.filePath);
    assert.deepEqual(bytes, picture);
  });

  test('takes base64 and data URIs as text', async () => {
    const base64 = picture.toString('base64');
    for (const [index, file] of [base64, `data:image/png;base64,${base64}`].entries()) {
      const name = `text${String(index)}.png`;
      const { body } = await upload(emulator, file, { fileName: name, useUniqueFileName: 'false' });
      assert.equal(body.size, picture.length);
      assert.deepEqual((await get(emulator, `/${name}`)).bytes, picture);
    }
  });

  test('fetches a URL of this machine, and says why it cannot', async () => {
    const origin = createServer((request, response) => {
      if (request.url === '/ok.png') response.end(picture);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => {
      origin.listen(0, '127.0.0.1', resolve);
    });
    const address = origin.address();
    assert.ok(typeof address === 'object' && address !== null);
    const base = `http://127.0.0.1:${String(address.port)}`;
    try {
      const good = await upload(emulator, `${base}/ok.png`, { fileName: 'remote.png' });
      assert.deepEqual([good.status, good.body.width], [200, 60]);
      const gone = await upload(emulator, `${base}/gone.png`, { fileName: 'remote.png' });
      assert.equal(gone.status, 400);
      assert.match(gone.body.message, /404/);
    } finally {
      origin.close();
    }
    const far = await upload(emulator, 'https://example.com/a.png', { fileName: 'remote.png' });
    assert.equal(far.status, 400);
  });

  test('makes a second version when a name is written again', async () => {
    const fields = { fileName: 'again.png', useUniqueFileName: 'false' };
    const first = await upload(emulator, picture, { ...fields, tags: 'one, two' });
    const second = await upload(emulator, await twoColors(30, 30), {
      ...fields,
      overwriteTags: 'false',
      responseFields: 'tags,isPrivateFile',
    });
    assert.equal(second.body.fileId, first.body.fileId);
    assert.equal(second.body.versionInfo.name, 'Version 2');
    assert.deepEqual(second.body.tags, ['one', 'two']);
    assert.equal(second.body.isPrivateFile, false);
    const old = await get(emulator, `/again.png?ik-obj-version=${first.body.versionInfo.id}`);
    assert.deepEqual(old.bytes, picture);
    const versions = await list(emulator, 'type=file-version');
    assert.deepEqual(
      versions.map(({ name }) => name),
      ['again.png'],
    );
    const refused = await upload(emulator, picture, { ...fields, overwriteFile: 'false' });
    assert.equal(refused.status, 400);
  });

  test('refuses what is missing or malformed, in the shape of the service', async () => {
    const cases: [Buffer | string | undefined, Record<string, string>][] = [
      [undefined, { fileName: 'a.png' }],
      [picture, {}],
      [picture, { fileName: 'a.png', useUniqueFileName: 'maybe' }],
      [picture, { fileName: 'a.png', customCoordinates: '1,2,3' }],
      [picture, { fileName: 'a.png', customMetadata: '[1]' }],
      [picture, { fileName: 'a.png', extensions: '{' }],
      [picture, { fileName: 'a.png', responseFields: 'colour' }],
      [picture, { fileName: 'a.png', tags: 'x'.repeat(501) }],
      [picture, { fileName: 'a.png', transformation: '{}' }],
      ['not base64!', { fileName: 'a.png' }],
      ['abcde', { fileName: 'a.png' }],
      ['abc==', { fileName: 'a.png' }],
      [Buffer.alloc(0), { fileName: 'a.png' }],
      [picture, { fileName: '..' }],
    ];
    for (const [file, fields] of cases) {
      const { status, body, headers } = await upload(emulator, file, fields);
      assert.equal(status, 400, JSON.stringify(fields));
      assert.equal(typeof body.message, 'string');
      assert.equal(typeof body.help, 'string');
      assert.match(headers.get('x-ik-requestid') ?? '', /^[0-9a-f-]{36}$/);
    }
  });

  test('lets a client in by its signature, once', async () => {
    const token = randomUUID();
    const expire = String(Math.floor(Date.now() / 1000) + 600);
    const signature = createHmac('sha1', emulator.privateKey)
      .update(token + expire)
      .digest('hex');
    const fields = { fileName: 'c.png', token, expire, signature, publicKey: emulator.publicKey };
    const both = await upload(emulator, picture, fields);
    assert.equal(both.status, 400);
    const first = await upload(emulator, picture, fields, {});
    assert.equal(first.status, 200);
    const again = await upload(emulator, picture, fields, {});
    assert.equal(again.status, 400);
    const forged = { ...fields, token: randomUUID() };
    assert.equal((await upload(emulator, picture, forged, {})).status, 400);
    const nobody = await upload(emulator, picture, { fileName: 'c.png' }, {});
    assert.equal(nobody.status, 401);
    const other = `Basic ${Buffer.from('private_other:').toString('base64')}`;
    const stranger = await upload(
      emulator,
      picture,
      { fileName: 'c.png' },
      { authorization: other },
    );
    assert.equal(stranger.status, 403);
  });

  test('keeps facts of a video and takes a text called .jpg for what it is', async () => {
    const waves = new URL('../../emulator/assets/waves.mp4', import.meta.url);
    const sent = await upload(emulator, await readFile(waves), { fileName: 'waves.mp4' });
    const { fileType, width, height, duration, videoCodec } = sent.body;
    assert.deepEqual(
      [fileType, width, height, duration, videoCodec],
      ['non-image', 640, 360, 3, 'h264'],
    );
    const { body } = await upload(emulator, Buffer.from('<html>'), { fileName: 'a.jpg' });
    assert.equal(body.fileType, 'non-image');
    assert.equal(body.width, undefined);
  });
});
