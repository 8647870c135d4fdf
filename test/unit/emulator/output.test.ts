import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { get, pixel, twoColors, upload } from './emulatorClient.ts';

const fonts = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf');

/** Frames of one colour each, 20 by 10 pixels. */
async function frames(format: 'gif' | 'webp' | 'tiff', ...colors: string[]): Promise<Buffer> {
  const [width, height] = [20, 10];
  const parts = colors.map((background) =>
    sharp({ create: { width, height, channels: 4, background } })
      .raw()
      .toBuffer(),
  );
  const data = Buffer.concat(await Promise.all(parts));
  const raw = { width, height: height * colors.length, channels: 4, pageHeight: height } as const;
  const picture = sharp(data, { raw });
  const motion = { delay: [100, 200, 300], loop: 2 };
  if (format === 'tiff') return await picture.tiff().toBuffer();
  return await (format === 'gif' ? picture.gif(motion) : picture.webp(motion)).toBuffer();
}

suite('emulator: pages, animations, hints and metadata', () => {
  let emulator: Emulator;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false });
    const photo = sharp(await twoColors(40, 20))
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .withIccProfile('p3');
    const colors = ['#ff0000', '#0000ff', '#00ff00'];
    const files: Readonly<Record<string, Buffer>> = {
      'a.png': await twoColors(400, 200),
      'moves.gif': await frames('gif', ...colors),
      'moves.webp': await frames('webp', ...colors),
      'pages.tiff': await frames('tiff', ...colors),
      'photo.jpg': await photo.jpeg().toBuffer(),
      'Own.ttf': await readFile(fonts),
      'none.ttf': Buffer.from('no font'),
    };
    for (const [fileName, bytes] of Object.entries(files)) {
      await upload(emulator, bytes, { useUniqueFileName: 'false', fileName });
    }
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function render(
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ bytes: Buffer; headers: Headers }> {
    const { response, bytes } = await get(emulator, path, headers);
    assert.equal(response.status, 200, `${path}: ${response.headers.get('ik-error') ?? ''}`);
    assert.equal(response.headers.get('x-emulator-unsupported'), null, path);
    return { bytes, headers: response.headers };
  }

  for (const name of ['moves.gif', 'moves.webp']) {
    test(`${name} goes on moving when it is changed`, async () => {
      const { bytes } = await render(`/tr:w-10,rt-90/${name}`);
      const { width, height, pages, delay, loop } = await sharp(bytes).metadata();
      assert.deepEqual([width, height, pages], [5, 10, 3]);
      assert.deepEqual([delay, loop], [[100, 200, 300], 2]);
      const second = await sharp(bytes, { page: 1 }).raw().toBuffer();
      assert.ok((second[2] ?? 0) > 200, 'the second frame is blue');
    });

    test(`${name} stands still in a format that does not move`, async () => {
      const { bytes } = await render(`/tr:w-10,f-png/${name}`);
      assert.equal((await sharp(bytes).metadata()).pages, undefined);
      const [r = 0, g = 0] = await pixel(bytes, 2, 2);
      assert.ok(r > 240 && g < 15, 'the first frame is red');
    });

    test(`${name} takes no conditions`, async () => {
      const { response } = await get(emulator, `/tr:if-w_gt_1,w-5,if-end/${name}`);
      assert.equal(response.status, 400);
    });
  }

  test('gives the page that is asked for, also in layers', async () => {
    for (const name of ['moves.gif', 'moves.webp', 'pages.tiff']) {
      const second = await render(`/${name}/ik-thumbnail.jpg?tr=pg-2`);
      const [, , blue = 0] = await pixel(second.bytes, 5, 5);
      assert.ok(blue > 240, name);
      const chain = `l-image,i-${name},pg-3,t-false,lx-0,ly-0,l-end`;
      const [, green = 0] = await pixel((await render(`/tr:${chain}/a.png`)).bytes, 5, 5);
      assert.ok(green > 240, `${name} as a layer`);
    }
    const { response } = await get(emulator, '/pages.tiff/ik-thumbnail.jpg?tr=pg-4');
    assert.equal(response.status, 400);
  });

  const hinted: [string, Record<string, string>, number, string | null][] = [
    ['w-auto', { 'sec-ch-width': '130' }, 200, '1.54'],
    ['w-auto', { width: '200' }, 200, '1.00'],
    ['w-auto', {}, 400, null],
    ['w-100,dpr-auto', { 'sec-ch-dpr': '2' }, 200, '2'],
    ['w-100,dpr-auto', {}, 100, null],
    ['w-auto,dpr-auto', { 'sec-ch-width': '100', 'sec-ch-dpr': '2' }, 100, '2.00'],
  ];
  for (const [chain, hints, width, density] of hinted) {
    test(`${chain} with ${JSON.stringify(hints)} gives ${String(width)} pixels`, async () => {
      const { bytes, headers } = await render(`/tr:${chain}/a.png`, hints);
      assert.equal((await sharp(bytes).metadata()).width, width);
      assert.equal(headers.get('content-dpr'), density);
      assert.match(headers.get('vary') ?? '', /Sec-CH-Width/);
    });
  }

  test('keeps metadata and profile only where it is told to', async () => {
    const bare = await sharp((await render('/tr:w-20/photo.jpg')).bytes).metadata();
    assert.deepEqual([bare.exif, bare.icc], [undefined, undefined]);
    const { bytes } = await render('/tr:w-20,md-true/photo.jpg');
    const told = await sharp(bytes).metadata();
    assert.deepEqual([told.width, told.height], [20, 10]);
    assert.match(String(told.exif), /somebody/);
    const [r = 0, , b = 0] = await pixel(bytes, 3, 5);
    assert.ok(r > 200 && b < 60, 'the pixels are those of the transformation');

    const original = await sharp((await get(emulator, '/photo.jpg')).bytes).metadata();
    const profiled = await sharp((await render('/tr:w-20,cp-true/photo.jpg')).bytes).metadata();
    assert.ok(original.icc && profiled.icc?.equals(original.icc));
    const avif = await render('/tr:w-20,cp-true,f-avif/photo.jpg');
    assert.equal(avif.headers.get('content-type'), 'image/jpeg', 'no AVIF with a profile');
  });

  test('tags the density', async () => {
    const densityOf = async (chain: string): Promise<number | undefined> =>
      (await sharp((await render(`/tr:${chain}/photo.jpg`)).bytes).metadata()).density;
    assert.equal(await densityOf('w-20,dn-300'), 300);
    assert.equal(await densityOf('w-20,dn-idn_mul_2'), 144);
  });

  test('loses colours of a PNG only where it is told to', async () => {
    const chain = 'e-gradient-ld-45_from-FF0000_to-0000FF';
    const colorsOf = async (more: string): Promise<number> => {
      const { bytes } = await render(`/tr:${chain}${more}/a.png`);
      const raw = await sharp(bytes).ensureAlpha().raw().toBuffer();
      return new Set(new Uint32Array(raw.buffer, raw.byteOffset, raw.length / 4)).size;
    };
    assert.ok((await colorsOf('')) > 256);
    assert.equal(await colorsOf(',lo-true'), await colorsOf(''));
    assert.ok((await colorsOf(',lo-false')) <= 256);
  });

  test('writes with a font of the library', async () => {
    const text = (font: string): string => `/tr:l-text,i-Serif,fs-40,${font}l-end/a.png`;
    const own = await render(text('ff-Own.ttf,'));
    assert.equal(own.headers.get('x-emulator-substituted'), null);
    const sans = await render(text(''));
    const serif = await render(text('ff-Lora,'));
    assert.notDeepEqual(own.bytes, sans.bytes);
    assert.deepEqual(own.bytes, serif.bytes, 'the stand-in for Lora is the very font');
    for (const font of ['ff-gone.ttf,', 'ff-none.ttf,']) {
      assert.equal((await get(emulator, text(font))).response.status, 400, font);
    }
  });
});
