import assert from 'node:assert/strict';
import { largestPreview, previewBox } from '../../../../src/core/language/previewBox.ts';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';

const { width, height } = largestPreview;
const boxOf = (text: string): ReturnType<typeof previewBox> =>
  previewBox(parseTransformation(text));

suite('the size of a preview', () => {
  for (const text of ['w-120,h-80', 'w-100', 'h-100', 'w-3000,h-2000:w-120,h-80']) {
    test(`${text} is small enough as it is`, () => assert.deepEqual(boxOf(text), {}));
  }

  test('a wide picture is as wide as there is room, in its ratio', () => {
    assert.deepEqual(boxOf('w-4000,h-1000'), { width, height: width / 4 });
  });

  for (const [text, ratio] of [
    ['w-4000,h-4000', 1],
    ['w-1000,h-4000', 1 / 4],
    ['w-1000,h-4000:rt-180', 1 / 4],
    ['w-2000,h-1000:rt-90', 1 / 2],
    ['w-2000,h-1000:rt-N90', 1 / 2],
  ] as const) {
    test(`${text} is as high as there is room, in its ratio`, () => {
      assert.deepEqual(boxOf(text), { width: Math.round(height * ratio), height });
    });
  }

  for (const text of ['h-900', 'w-900', 'w-0.5,h-0.5', 'w-iw_div_2', 'e-grayscale']) {
    test(`${text} may be high, so that its height is bounded`, () => {
      assert.deepEqual(boxOf(text), { height });
    });
  }

  test('an original may be high', () => assert.deepEqual(previewBox(undefined), { height }));
});
