import assert from 'node:assert/strict';
import sharp from 'sharp';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { get, pixel, twoColors, upload } from './emulatorClient.ts';

const red = [255, 0, 0, 255];
const blue = [0, 0, 255, 255];
const black = [0, 0, 0, 255];

suite('emulator: transformations', () => {
  let emulator: Emulator;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false });
    const plain = { useUniqueFileName: 'false' };
    await upload(emulator, await twoColors(400, 200), { ...plain, fileName: 'a.png' });
    const green = await sharp({
      create: { width: 50, height: 50, channels: 3, background: '#00ff00' },
    })
      .png()
      .toBuffer();
    await upload(emulator, green, { ...plain, fileName: 'dot.png', folder: '/in' });
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function render(
    chain: string,
  ): Promise<{ size: [number, number]; bytes: Buffer; format: string }> {
    const { response, bytes } = await get(emulator, `/tr:${chain}/a.png`);
    assert.equal(response.status, 200, `${chain}: ${response.headers.get('ik-error') ?? ''}`);
    assert.equal(response.headers.get('x-emulator-unsupported'), null, chain);
    const { width, height, format } = await sharp(bytes).metadata();
    return { size: [width, height], bytes, format };
  }

  const sizes: [string, number, number][] = [
    ['w-100', 100, 50],
    ['h-100', 200, 100],
    ['w-0.5', 200, 100],
    ['w-iw_div_4', 100, 50],
    ['w-100,h-100', 100, 100],
    ['w-100,ar-4-3', 100, 75],
    ['h-100,ar-1_2', 50, 100],
    ['w-100,h-100,ar-4-3', 100, 100],
    ['ar-4-3', 400, 200],
    ['w-100,h-100,c-at_max', 100, 50],
    ['w-900,h-900,c-at_max', 400, 200],
    ['w-900,h-900,c-at_max_enlarge', 900, 450],
    ['w-100,h-100,c-at_least', 200, 100],
    ['w-100,h-30,c-force', 100, 30],
    ['w-800,h-800,c-maintain_ratio_no_enlarge', 200, 200],
    ['w-800,c-at_max', 400, 200],
    ['w-100,h-100,cm-pad_resize', 100, 100],
    ['w-500,h-500,cm-pad_resize_no_enlarge', 500, 500],
    ['w-100,h-80,cm-extract', 100, 80],
    ['w-500,h-300,cm-pad_extract', 500, 300],
    ['w-100,dpr-2', 200, 100],
    ['w-100:rt-90', 50, 100],
    ['b-5_FF0000', 410, 210],
    ['w-100,h-50:w-iw_div_2', 200, 100],
    ['w-100,h-50:w-cw_div_2', 50, 25],
    ['n-ik_ml_thumbnail', 240, 120],
  ];
  for (const [chain, width, height] of sizes) {
    test(`${chain} gives ${String(width)} by ${String(height)}`, async () => {
      assert.deepEqual((await render(chain)).size, [width, height]);
    });
  }

  test('reads the query as well, encoded or not', async () => {
    for (const query of ['tr=w-40,h-20,c-force', 'tr=w-40%2Ch-20%2Cc-force', 'tr=w-80%3Aw-40']) {
      const { bytes } = await get(emulator, `/a.png?${query}`);
      const { width, height } = await sharp(bytes).metadata();
      assert.deepEqual([width, height], [40, 20], query);
    }
  });

  const pixels: [string, number, number, readonly number[]][] = [
    ['w-100,h-200,fo-left', 50, 100, red],
    ['w-100,h-200,fo-right', 50, 100, blue],
    ['w-100,h-100,cm-extract,x-0,y-0', 99, 99, red],
    ['w-100,h-100,cm-extract,xc-350,yc-100', 0, 0, blue],
    ['w-100,h-100,cm-pad_resize', 50, 5, black],
    ['w-100,h-100,cm-pad_resize,bg-00FF00', 50, 95, [0, 255, 0, 255]],
    ['w-100,h-100,cm-pad_resize,bg-dominant', 50, 95, red],
    ['w-100,h-100,cm-pad_resize,fo-top', 10, 10, red],
    ['fl-h', 10, 10, blue],
    ['rt-180', 10, 10, blue],
    ['rt-90', 100, 10, red],
    ['r-20', 0, 0, [0, 0, 0, 0]],
    ['r-max', 5, 5, [0, 0, 0, 0]],
    ['r-20,bg-FFFFFF', 0, 0, [255, 255, 255, 255]],
    ['r-60,f-jpg', 0, 0, black],
    ['r-0_50_0_0', 0, 0, red],
    ['b-5_white', 2, 2, [255, 255, 255, 255]],
    ['o-50', 10, 10, [255, 0, 0, 128]],
    ['l-image,i-in@@dot.png,lfo-top_left,t-false,l-end', 25, 25, [0, 255, 0, 255]],
    ['l-image,i-in@@dot.png,lx-N10,ly-N10,t-false,l-end', 365, 165, [0, 255, 0, 255]],
    ['l-image,i-in@@dot.png,w-bw_div_2,h-20,c-force,lx-0,ly-0,l-end', 199, 19, [0, 255, 0, 255]],
    ['l-image,ie-aW4vZG90LnBuZw%3D%3D,lx-0,ly-0,l-end', 10, 10, [0, 255, 0, 255]],
    ['l-image,i-ik_canvas,bg-0000FF,w-40,h-40,lx-0,ly-0,l-end', 39, 39, blue],
    [
      'l-image,i-ik_canvas,bg-white,w-40,h-40,lx-0,ly-0,l-image,i-in@@dot.png,w-10,h-10,lfo-center,l-end,l-end',
      20,
      20,
      [0, 255, 0, 255],
    ],
  ];
  for (const [chain, x, y, expected] of pixels) {
    test(`${chain} paints (${String(x)}, ${String(y)}) ${expected.join(' ')}`, async () => {
      const { bytes } = await render(chain);
      const actual = await pixel(bytes, x, y);
      // Resampling and JPEG may miss a level or two.
      const near = actual.every((part, index) => Math.abs(part - (expected[index] ?? 0)) <= 6);
      assert.ok(near, `${actual.join(' ')} instead of ${expected.join(' ')}`);
    });
  }

  test('makes grey, blurred and contrasting pictures', async () => {
    const [r, g, b] = await pixel((await render('e-grayscale')).bytes, 10, 10);
    assert.ok(r === g && g === b);
    const [br, , bb] = await pixel((await render('bl-20')).bytes, 200, 100);
    assert.ok((br ?? 0) > 50 && (br ?? 0) < 205 && (bb ?? 0) > 50 && (bb ?? 0) < 205);
    assert.deepEqual((await render('e-contrast,e-sharpen-20')).size, [400, 200]);
  });

  test('writes text where and how it was told', async () => {
    const chain = 'l-text,i-Hello,fs-60,co-FFFFFF,bg-000000,pa-10,lfo-center,l-end';
    const { bytes } = await render(chain);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    let white = 0;
    for (let at = 0; at < data.length; at += info.channels) {
      if ((data[at] ?? 0) > 240 && (data[at + 1] ?? 0) > 240) white += 1;
    }
    assert.ok(white > 500 && white < 8000, `${String(white)} white pixels`);
    assert.deepEqual(await pixel(bytes, 5, 5), red);
  });

  test('changes format and quality', async () => {
    assert.equal((await render('f-webp')).format, 'webp');
    assert.equal((await render('f-avif,w-50')).format, 'heif');
    assert.equal((await render('w-50')).format, 'png');
    const auto = await get(emulator, '/tr:w-50,f-auto/a.png', { accept: 'image/webp,*/*' });
    assert.equal(auto.response.headers.get('content-type'), 'image/webp');
    const low = await render('l-text,i-quality,fs-80,l-end:f-jpg,q-10');
    const high = await render('l-text,i-quality,fs-80,l-end:f-jpg,q-95');
    assert.ok(low.bytes.length < high.bytes.length);
  });

  test('answers with the untouched picture and names what it cannot draw', async () => {
    const original = await get(emulator, '/a.png');
    for (const [chain, named] of [
      ['w-10,e-bgremove', 'e-bgremove'],
      ['w-10,h-10,fo-face', 'fo-face'],
      ['w-10:bg-genfill,e-upscale', 'bg-genfill,e-upscale'],
      ['if-w_gt_1,e-retouch,if-end', 'e-retouch'],
      ['l-text,i-x,ff-my.woff2,l-end', 'ff-my.woff2'],
    ] as const) {
      const { response, bytes } = await get(emulator, `/tr:${chain}/a.png`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('x-emulator-unsupported'), named);
      assert.deepEqual(bytes, original.bytes);
    }
    const untouched = await get(emulator, '/tr:w-10,orig-true/a.png');
    assert.deepEqual(untouched.bytes, original.bytes);
  });

  test('draws text in another font than the one asked for, and says so', async () => {
    const { response, bytes } = await get(emulator, '/tr:l-text,i-x,ff-Lato,l-end/a.png');
    assert.equal(response.headers.get('x-emulator-substituted'), 'ff-Lato');
    assert.equal(response.headers.get('x-emulator-unsupported'), null);
    assert.notDeepEqual(bytes, (await get(emulator, '/a.png')).bytes);
  });

  test('refuses what the service refuses', async () => {
    const bad = [
      'w-abc',
      'fo-nowhere',
      'q-101',
      'bl-0',
      'c-stretch',
      'zz-1',
      'bg-nocolour',
      'f-bmp',
      'n-unknown',
      'l-image,i-none.png,l-end',
      'l-image,i-in@@dot.png',
      'w-100,h-100,cm-extract,x-350,y-0',
      'w-bw_div_2',
    ];
    for (const chain of bad) {
      const { response } = await get(emulator, `/tr:${chain}/a.png`);
      assert.equal(response.status, 400, chain);
      assert.match(response.headers.get('ik-error') ?? '', /^[A-Z]+ - ./, chain);
    }
  });

  test('takes the default image for a missing one', async () => {
    const { response, bytes } = await get(emulator, '/tr:w-20,di-in@@dot.png/none.png');
    assert.equal(response.status, 200);
    assert.deepEqual(await pixel(bytes, 10, 10), [0, 255, 0, 255]);
  });
});
