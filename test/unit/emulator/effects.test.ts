import assert from 'node:assert/strict';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { get, pixel, twoColors, upload } from './emulatorClient.ts';

const red = [255, 0, 0, 255];
const blue = [0, 0, 255, 255];
const green = [0, 255, 0, 255];
const white = [255, 255, 255, 255];
const none = [0, 0, 0, 0];

function plain(width: number, height: number, background: string): Sharp {
  return sharp({ create: { width, height, channels: 4, background } });
}

suite('emulator: conditions and effects', () => {
  let emulator: Emulator;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false });
    const square = await plain(20, 20, '#00ff00').png().toBuffer();
    const islet = await plain(100, 100, '#00000000')
      .composite([{ input: square, left: 40, top: 40 }])
      .png()
      .toBuffer();
    const files: Readonly<Record<string, Buffer>> = {
      'a.png': await twoColors(400, 200),
      'tall.png': await twoColors(100, 200),
      'dot.png': await plain(50, 50, '#00ff00').png().toBuffer(),
      'gray.png': await plain(50, 50, '#808080').png().toBuffer(),
      'map.png': await plain(50, 50, '#ff8080').png().toBuffer(),
      'islet.png': islet,
    };
    for (const [fileName, bytes] of Object.entries(files)) {
      await upload(emulator, bytes, { useUniqueFileName: 'false', fileName });
    }
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function render(chain: string, file = 'a.png'): Promise<Buffer> {
    const { response, bytes } = await get(emulator, `/tr:${chain}/${file}`);
    assert.equal(response.status, 200, `${chain}: ${response.headers.get('ik-error') ?? ''}`);
    assert.equal(response.headers.get('x-emulator-unsupported'), null, chain);
    return bytes;
  }

  async function sizeOf(chain: string, file = 'a.png'): Promise<[number, number]> {
    const { width, height } = await sharp(await render(chain, file)).metadata();
    return [width, height];
  }

  // a.png has 400 by 200 pixels.
  const widths: [string, number][] = [
    ['if-ar_gt_1,w-200,if-else,w-300,if-end', 200],
    ['if-ar_lt_1,w-200,if-else,w-300,if-end', 300],
    ['if-ar_lt_1,w-200,if-end', 400],
    ['if-w_eq_400_and_h_eq_200,w-10,if-end', 10],
    ['if-w_eq_1_and_h_eq_200,w-10,if-else,w-20,if-end', 20],
    ['if-w_eq_1_and_h_eq_1_or_iw_gte_400,w-10,if-end', 10],
    ['if-ih_eq_200_or_w_eq_1_and_h_eq_1,w-10,if-end', 10],
    ['if-iar_eq_4-2,w-10,if-end', 10],
    ['if-h_ne_200,w-10,if-else,w-20,if-end', 20],
    ['if-h_lte_199.5,w-10,if-else,w-20,if-end', 20],
    // Later steps see what the earlier ones made of it; the original stays what it is.
    ['w-100:if-w_lt_200,w-50,if-end', 50],
    ['w-100:if-iw_lt_200,w-50,if-end', 100],
    ['if-w_gt_100,w-100:rt-90,if-end:if-h_gt_60,w-7,if-end', 7],
    ['if-w_gt_100,w-iw_div_8:w-cw_div_2,if-end', 25],
  ];
  for (const [chain, width] of widths) {
    test(`${chain} gives a width of ${String(width)}`, async () => {
      assert.equal((await sizeOf(chain))[0], width);
    });
  }

  test('goes by each file, also for the format and for layers', async () => {
    const chain = 'if-ar_gt_1,f-webp,l-image,i-dot.png,lfo-center,l-end,if-else,f-jpg,if-end';
    const wide = await render(chain);
    assert.equal((await sharp(wide).metadata()).format, 'webp');
    assert.deepEqual((await pixel(wide, 200, 100)).slice(0, 3), [0, 255, 1]);
    assert.equal((await sharp(await render(chain, 'tall.png')).metadata()).format, 'jpeg');
  });

  const pixels: [string, string, number, number, readonly number[]][] = [
    ['e-gradient-ld-right_from-00FF00_to-FFFFFF', 'a.png', 0, 100, green],
    ['e-gradient-ld-right_from-00FF00_to-FFFFFF', 'a.png', 399, 100, white],
    ['e-gradient-ld-right_from-00FF00_to-FFFFFF_sp-0.5', 'a.png', 200, 100, white],
    ['e-gradient-ld-right_from-00FF00_to-FFFFFF_sp-iw_div_4', 'a.png', 110, 100, white],
    ['e-gradient', 'a.png', 100, 199, red],
    ['e-gradient', 'a.png', 100, 0, white],
    ['e-gradient-ld-bottom_left_from-00FF00_to-0000FF', 'a.png', 399, 0, green],
    [
      'l-image,i-ik_canvas,e-gradient-ld-top_from-00FF00_to-00FF0000,l-end',
      'a.png',
      10,
      199,
      green,
    ],
    ['l-image,i-ik_canvas,e-gradient-ld-top_from-00FF00_to-00FF0000,l-end', 'a.png', 10, 0, red],
    ['e-shadow-bl-0_st-100_x-30_y-0', 'islet.png', 80, 50, [0, 0, 0, 255]],
    ['e-shadow-bl-0_st-50_x-N30_y-0', 'islet.png', 20, 50, [0, 0, 0, 128]],
    ['e-shadow-bl-0_st-100_x-30_y-0', 'islet.png', 50, 50, green],
    ['e-shadow-bl-0_st-100_x-30_y-0', 'islet.png', 5, 5, none],
    ['cr-white_10_red', 'a.png', 10, 10, white],
    ['cr-white_10_red', 'a.png', 390, 10, blue],
    ['cr-white', 'dot.png', 10, 10, white],
    ['e-colorize-in-0', 'a.png', 10, 10, red],
    ['e-distort-p-100_0_400_0_400_200_100_200', 'a.png', 50, 100, none],
    ['e-distort-p-100_0_400_0_400_200_100_200', 'a.png', 110, 100, red],
    ['e-distort-p-100_0_400_0_400_200_100_200', 'a.png', 300, 100, blue],
    ['e-distort-p-400_0_0_0_0_200_400_200', 'a.png', 390, 100, red],
    ['l-image,i-dot.png,lm-multiply,t-false,lx-0,ly-0,l-end', 'a.png', 10, 10, [0, 0, 0, 255]],
    ['l-image,i-dot.png,lm-multiply,t-false,lx-0,ly-0,l-end', 'a.png', 60, 60, red],
    ['l-image,i-dot.png,lm-cutout,t-false,lx-0,ly-0,l-end', 'a.png', 10, 10, none],
    ['l-image,i-dot.png,lm-cutout,t-false,lx-0,ly-0,l-end', 'a.png', 60, 60, red],
    ['l-image,i-dot.png,lm-cutter,t-false,lx-0,ly-0,l-end', 'a.png', 10, 10, red],
    ['l-image,i-dot.png,lm-cutter,t-false,lx-0,ly-0,l-end', 'a.png', 60, 60, none],
    ['l-image,i-map.png,lm-displace,lx-50,ly-0,t-false,l-end', 'a.png', 170, 100, blue],
    ['l-image,i-map.png,lm-displace,lx-50,ly-0,t-false,l-end', 'a.png', 140, 100, red],
    ['w-400,h-400,cm-pad_resize,bg-gradient_dominant', 'tall.png', 0, 200, red],
    ['w-400,h-400,cm-pad_resize,bg-gradient_dominant', 'tall.png', 399, 200, blue],
    ['w-400,h-400,cm-pad_resize,bg-gradient_dominant_4', 'dot.png', 0, 0, green],
  ];
  for (const [chain, file, x, y, expected] of pixels) {
    test(`${chain} of ${file} paints (${String(x)}, ${String(y)}) ${expected.join(' ')}`, async () => {
      const actual = await pixel(await render(chain, file), x, y);
      const near = actual.every((part, index) => Math.abs(part - (expected[index] ?? 0)) <= 6);
      assert.ok(near, `${actual.join(' ')} instead of ${expected.join(' ')}`);
    });
  }

  test('tints and keeps what is light and what is dark', async () => {
    const [r = 0, g = 0, b = 0] = await pixel(await render('e-colorize-co-red', 'gray.png'), 9, 9);
    assert.ok(r > g + 50 && Math.abs(g - b) < 20, `${r} ${g} ${b}`);
    const [half = 0] = await pixel(await render('e-colorize-co-red_in-50', 'gray.png'), 9, 9);
    assert.ok(half > 128 && half < r, `${half} is between 128 and ${r}`);
  });

  test('sharpens only edges above the threshold of an unsharp mask', async () => {
    const soft = 'bl-3';
    const redBeside = async (chain: string): Promise<number> =>
      (await pixel(await render(chain), 197, 100))[0] ?? 0;
    const before = await redBeside(soft);
    assert.ok((await redBeside(`${soft}:e-usm-2-2-3-0.01`)) > before + 5);
    assert.equal(await redBeside(`${soft}:e-usm-2-2-3-1`), before);
    assert.deepEqual(await sizeOf('e-usm'), [400, 200]);
  });

  test('bends upwards and downwards', async () => {
    for (const [chain, filled, empty] of [
      ['e-distort-a-90', 0, 1],
      ['e-distort-a-N90', 1, 0],
    ] as const) {
      const bytes = await render(chain);
      const { width, height } = await sharp(bytes).metadata();
      assert.ok(height > 200, 'an arc is higher than what was bent');
      const at = async (share: number): Promise<number | undefined> =>
        (await pixel(bytes, width >> 1, Math.round(share * (height - 1))))[3];
      assert.ok((await at(Math.abs(filled - 0.05))) === 255, `${chain} is filled in the middle`);
      assert.equal(await at(Math.abs(empty - 0.02)), 0, `${chain} is empty on the other side`);
    }
  });

  test('refuses what is none', async () => {
    const bad = [
      'if-w_gt_1,w-10',
      'rt-90,if-w_gt_1,w-10,if-end',
      'if-w_gt_1,w-10,if-end,bl-10',
      'if-else,w-10,if-end',
      'if-end',
      'if-w_above_1,w-10,if-end',
      'if-w_gt_4-3,w-10,if-end',
      'if-q_gt_1,w-10,if-end',
      'if-w_lt_1,zz-1,if-end',
      'if-w_gt_1,pg-2,if-end',
      'e-gradient-ld-nowhere',
      'e-gradient-from-nocolour',
      'e-shadow-bl-16',
      'e-shadow-zz-1',
      'e-usm-2-2',
      'e-distort-a-0',
      'e-distort-p-1_2_3',
      'cr-nocolour',
      'cr-red_101',
      'e-colorize-in-101',
      'bg-gradient_dominant_3',
      'l-image,i-dot.png,lm-screen,l-end',
      'w-2000,h-2000:e-shadow',
    ];
    for (const chain of bad) {
      const { response } = await get(emulator, `/tr:${chain}/a.png`);
      assert.equal(response.status, 400, chain);
    }
  });
});
