import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';
import { resolveSize, type PixelSize } from '../../../../src/core/transformation/resolveSize.ts';
import { evaluate } from '../../../../src/core/transformation/value/evaluate.ts';

/** `800x600` after all steps, or nothing. */
function sizeAfter(chain: string, original: PixelSize): string | undefined {
  let size: PixelSize | undefined = original;
  for (const step of parseTransformation(chain).steps) {
    size = size && resolveSize(step, size, original);
  }
  return size && `${size.width}x${size.height}`;
}

suite('size after a step', () => {
  const sizes: Readonly<Record<string, string | undefined>> = {
    'q-60': '800x600',
    'w-400': '400x300',
    'h-300': '400x300',
    'w-0.5': '400x300',
    'w-iw_div_4,h-ih_div_2': '200x300',
    'w-400:h-150': '200x150',
    'w-400:w-cw_div_2': '200x150',
    'w-400:w-iw': '800x600',
    'w-400,ar-1-1': '400x400',
    'h-300,ar-16-9': '533x300',
    'w-400,h-400': '400x400',
    'w-400,h-400,c-force': '400x400',
    'w-400,h-400,c-at_max': '400x300',
    'w-4000,h-4000,c-at_max': '800x600',
    'w-1600,h-1600,c-at_max_enlarge': '1600x1200',
    'w-400,h-400,c-at_least': '533x400',
    'w-1000,h-100,cm-pad_resize': '1000x100',
    'w-300,h-200,cm-extract,x-10': '300x200',
    'w-400,dpr-2': '800x600',
    'w-4000,dpr-3': '4000x3000',
    'rt-90': '600x800',
    'rt-N270:w-300': '300x400',
    'w-400,l-text,i-hi,l-end': '400x300',
    'w-70000': '800x600',
    'w-900,h-100,c-maintain_ratio_no_enlarge': undefined,
    'rt-30': undefined,
    'rt-90,w-300': undefined,
    'w-${width}': undefined,
    'n-small': undefined,
    'foo-3': undefined,
    'if-w_gt_3,w-20,if-end': undefined,
    'w-400,t-true': undefined,
    'w-bw_div_2': undefined,
    'w-auto': undefined,
    'fo-dog': undefined,
  };
  for (const [chain, size] of Object.entries(sizes)) {
    test(`${chain} makes 800x600 ${size ?? 'something that only ImageKit knows'}`, () => {
      assert.equal(sizeAfter(chain, { width: 800, height: 600 }), size);
    });
  }

  const expressions: Readonly<Record<string, number | undefined>> = {
    '2_add_3_mul_4': undefined,
    iw_add_3_mul_4: 812,
    iw_sub_100_sub_100: 600,
    // mod after add, pow last of all.
    iw_add_5_mod_4: 1,
    iw_div_400_add_1_pow_2: 9,
    iw_div_0: undefined,
    N40: -40,
    ih_mul_2: undefined,
  };
  for (const [expression, result] of Object.entries(expressions)) {
    test(`${expression} comes to ${result ?? 'nothing'} where iw is 800`, () => {
      assert.equal(evaluate(expression, new Map([['iw', 800]])), result);
    });
  }

  test('at_max never exceeds the box or the picture, at_least always covers the box', () => {
    const side = fc.integer({ min: 2, max: 4000 });
    fc.assert(
      fc.property(side, side, side, side, (width, height, w, h) => {
        const [max = '', min = ''] = ['at_max', 'at_least'].map((crop) =>
          sizeAfter(`w-${w},h-${h},c-${crop}`, { width, height }),
        );
        const [maxWidth = 0, maxHeight = 0] = max.split('x').map(Number);
        const [minWidth = 0, minHeight = 0] = min.split('x').map(Number);
        assert(maxWidth <= Math.min(w, width) && maxHeight <= Math.min(h, height));
        assert(minWidth >= w && minHeight >= h);
      }),
    );
  });
});
