import assert from 'node:assert/strict';
import { describeUrl } from '../../../../src/core/language/hover.ts';
import { layerPictureAt } from '../../../../src/core/language/layerPicture.ts';
import {
  describePicture,
  fixedSizeOf,
  type PictureFacts,
} from '../../../../src/core/language/pictureFacts.ts';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';
import { atCursor } from './cursor.ts';

const base = 'https://ik.imagekit.io/demo';
const original = { width: 1600, height: 900 };

function urlAt(marked: string) {
  const { text, offset } = atCursor(marked);
  const url = parseImageKitUrl(text, 0, []);
  assert(url);
  return { url, offset };
}

suite('facts of a picture', () => {
  const lines: readonly (readonly [facts: PictureFacts, line: string | undefined])[] = [
    [
      {
        size: { width: 480, height: 320 },
        type: 'image/webp',
        bytes: 18_000,
        originalBytes: 204_000,
      },
      '480 × 320 WebP, 18.0 kB: 91 % less than the original’s 204 kB',
    ],
    [{ type: 'image/jpeg; charset=x', bytes: 900 }, 'JPEG, 900 bytes'],
    [{ bytes: 300, originalBytes: 200 }, '300 bytes: 50 % more than the original’s 200 bytes'],
    [{ bytes: 200, originalBytes: 200 }, '200 bytes: as much as the original’s 200 bytes'],
    [{ size: original }, '1600 × 900'],
    [{ type: 'text/html' }, undefined],
    [{}, undefined],
  ];
  for (const [facts, line] of lines) {
    test(line ?? 'says nothing where nothing is known', () => {
      assert.equal(describePicture(facts), line);
    });
  }

  test('the size after all steps', () => {
    const sizeOf = (chain: string) =>
      describeUrl(urlAt(`${base}/tr:${chain}/a.jpg|`).url, 0, { original }).size;
    assert.deepEqual(sizeOf('w-800'), { width: 800, height: 450 });
    assert.deepEqual(sizeOf('w-800:rt-90'), { width: 450, height: 800 });
    assert.equal(sizeOf('w-800:n-unknown'), undefined);
  });
});

suite('sizes that do not depend on the original', () => {
  const sizes: readonly (readonly [chain: string, size: string | undefined])[] = [
    ['w-300,h-200', '300 × 200'],
    ['w-300,ar-3-2', '300 × 200'],
    ['w-300,h-200:rt-90', '200 × 300'],
    ['w-300,h-200:w-0.5', '150 × 100'],
    ['w-300', undefined],
    ['w-300,h-200,c-at_max', undefined],
    ['w-iw_div_2,h-200', undefined],
    ['e-grayscale', undefined],
    ['w-${width},h-200', undefined],
  ];
  for (const [chain, size] of sizes) {
    test(`${chain}: ${size ?? 'depends'}`, () => {
      const fixed = fixedSizeOf(parseTransformation(chain).steps);
      assert.equal(fixed && `${fixed.width} × ${fixed.height}`, size);
    });
  }
});

suite('resolved values', () => {
  const values: readonly (readonly [marked: string, says: RegExp | undefined])[] = [
    [`${base}/tr:w-iw_div_2|/a.jpg`, /`iw_div_2` = \*\*800\*\*/],
    [`${base}/tr:h-0.5|/a.jpg`, /`0\.5` = \*\*450\*\*/],
    [`${base}/tr:w-400:w-cw_div_2|/a.jpg`, /`cw_div_2` = \*\*200\*\*/],
    [`${base}/tr:ar-iar|,w-9/a.jpg`, /`iar` = \*\*1\.78\*\*/],
    [`${base}/tr:w-400|/a.jpg`, undefined],
    [`${base}/tr:n-a:w-cw_div_2|/a.jpg`, undefined],
    [`${base}/tr:l-image,i-a.png,w-bw_div_2|,l-end/a.jpg`, undefined],
  ];
  for (const [marked, says] of values) {
    test(marked, () => {
      const { url, offset } = urlAt(marked);
      const { part = '' } = describeUrl(url, offset, { original });
      if (says) assert.match(part, says);
      else assert.doesNotMatch(part, /Here:/);
      assert.doesNotMatch(describeUrl(url, offset).part ?? '', /Here:/);
    });
  }
});

suite('picture of a layer', () => {
  const pictures: readonly (readonly [marked: string, address: string | undefined])[] = [
    [`${base}/tr:w-9,l-image,i-lo|go.png,l-end/a.jpg`, `${base}/logo.png`],
    [
      `${base}/tr:l-image,i-brand@@logo.png,w-100,lfo-center,rt-9|0,l-end/a.jpg`,
      `${base}/tr:w-100,rt-90/brand/logo.png`,
    ],
    [`${base}/a.jpg?tr=l-image,i-logo.png,w-1:bl-2|,l-end`, `${base}/tr:w-1:bl-2/logo.png`],
    [`${base}/tr:l-image,ie-bG9nbyBhLnBuZw%3D%3D|,l-end/a.jpg`, `${base}/logo%20a.png`],
    [`${base}/tr:if-w_gt_9,l-image,i-a.png,w-8|,l-end,if-end/a.jpg`, `${base}/tr:w-8/a.png`],
    [`${base}/tr:if-w_gt_9,w-1,if-else,l-ima|ge,i-a.png,l-end,if-end/a.jpg`, `${base}/a.png`],
    [
      `${base}/tr:l-image,i-out.png,l-image,i-in|.png,w-8,l-end,l-end/a.jpg`,
      `${base}/tr:w-8/in.png`,
    ],
    [
      `${base}/tr:l-image,i-a.png,l-text,i-H|i,l-end,l-end/a.jpg`,
      `${base}/tr:l-text,i-Hi,l-end/a.png`,
    ],
    [`${base}/tr:if-w_gt_9,w-8|,if-end/a.jpg`, undefined],
    [`${base}/tr:w-|9,l-image,i-logo.png,l-end/a.jpg`, undefined],
    [`${base}/tr:l-text,i-He|llo,l-end/a.jpg`, undefined],
    [`${base}/tr:l-image,i-ik_canvas|,bg-red,l-end/a.jpg`, undefined],
    [`${base}/tr:l-image,i-logo.png,w-bw_div_2|,l-end/a.jpg`, undefined],
    [`${base}/tr:l-image,i-\${logo}|,l-end/a.jpg`, undefined],
    [`${base}/tr:l-image,i-logo|.png,l-end/a.jpg?ik-s=abc`, undefined],
    [`${base}/a|.jpg`, undefined],
  ];
  for (const [marked, address] of pictures) {
    test(`${marked}: ${address ?? 'none'}`, () => {
      const { url, offset } = urlAt(marked);
      assert.equal(layerPictureAt(url, offset), address);
    });
  }
});
