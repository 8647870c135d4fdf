import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { get, twoColors, upload } from './emulatorClient.ts';

suite('emulator: delivery', () => {
  let emulator: Emulator;
  let picture: Buffer;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false });
    picture = await twoColors(60, 40);
    const plain = { useUniqueFileName: 'false' };
    await upload(emulator, picture, { ...plain, fileName: 'a.png' });
    await upload(emulator, picture, { ...plain, fileName: 'p.png', isPrivateFile: 'true' });
    await upload(emulator, Buffer.from('0123456789'), { ...plain, fileName: 'n.txt' });
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  function sign(path: string, expire?: number): string {
    const text = path.slice(1) + String(expire ?? 9_999_999_999);
    const signature = createHmac('sha1', emulator.privateKey).update(text).digest('hex');
    const time = expire === undefined ? '' : `ik-t=${String(expire)}&`;
    return `${path}${path.includes('?') ? '&' : '?'}${time}ik-s=${signature}`;
  }

  test('sends the stored bytes with type, tag and CORS', async () => {
    const { response, bytes } = await get(emulator, '/a.png');
    assert.deepEqual(bytes, picture);
    assert.equal(response.headers.get('content-type'), 'image/png');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const etag = response.headers.get('etag') ?? '';
    const again = await get(emulator, '/a.png', { 'if-none-match': etag });
    assert.equal(again.response.status, 304);
  });

  test('sends parts', async () => {
    const cases: [string, number, string][] = [
      ['bytes=2-4', 206, '234'],
      ['bytes=8-', 206, '89'],
      ['bytes=-3', 206, '789'],
      ['bytes=0-99', 206, '0123456789'],
      ['bytes=1-2,4-5', 200, '0123456789'],
    ];
    for (const [range, status, text] of cases) {
      const { response, bytes } = await get(emulator, '/n.txt', { range });
      assert.deepEqual([response.status, bytes.toString()], [status, text], range);
    }
    const outside = await get(emulator, '/n.txt', { range: 'bytes=10-' });
    assert.equal(outside.response.status, 416);
    assert.equal(outside.response.headers.get('content-range'), 'bytes */10');
  });

  test('offers a download', async () => {
    const { response } = await get(emulator, '/a.png?ik-attachment=true');
    assert.match(
      response.headers.get('content-disposition') ?? '',
      /^attachment; filename="a\.png"/,
    );
  });

  test('names what is missing', async () => {
    const { response } = await get(emulator, '/none.png');
    assert.equal(response.status, 404);
    assert.match(response.headers.get('ik-error') ?? '', /^ENOENT - /);
  });

  test('opens private files by a signature only', async () => {
    const now = Math.floor(Date.now() / 1000);
    const answers = await Promise.all(
      [
        '/p.png',
        sign('/p.png'),
        sign('/p.png?tr=w-10%2Ch-10'),
        sign('/tr:w-10,h-10/p.png', now + 60),
        sign('/p.png', now - 60),
        sign('/p.png').replace('p.png', 'a.png'),
        '/p.png?tr=n-ik_ml_thumbnail',
      ].map(async (path) => await get(emulator, path)),
    );
    assert.deepEqual(
      answers.map(({ response }) => response.status),
      [401, 200, 200, 200, 401, 401, 200],
    );
  });
});
