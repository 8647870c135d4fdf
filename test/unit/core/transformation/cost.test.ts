import assert from 'node:assert/strict';
import { costOf, namesIn, type NamedChains } from '../../../../src/core/transformation/cost.ts';
import type { ImageKitUrl } from '../../../../src/core/url/imageKitUrl.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';

const named: NamedChains = new Map([
  ['card', 'tr:w-400,h-300'],
  ['cutout', 'w-400:e-bgremove'],
  ['nested', 'n-cutout:rt-90'],
  ['endless', 'n-endless,w-1'],
]);

function urlOf(path: string): ImageKitUrl {
  const url = parseImageKitUrl(`https://ik.imagekit.io/demo${path}`, 0, []);
  assert(url);
  return url;
}

suite('cost of a URL', () => {
  const costs: Readonly<Record<string, string>> = {
    '/a.jpg': 'free',
    '/tr:w-300,h-200,fo-face:rt-90:e-grayscale/a.jpg': 'free',
    '/tr:w-300,e-bgremove/a.jpg': 'extensionUnits',
    '/a.jpg?tr=w-300:e-edit-prompt-rain': 'extensionUnits',
    '/a.jpg?tr=w-300%2Ce-bgremove': 'extensionUnits',
    '/tr:w-300,%65-bgremove/a.jpg': 'extensionUnits',
    '/tr:bg-genfill,w-9,h-9,cm-pad_resize/a.jpg': 'extensionUnits',
    '/tr:bg-genfill-prompt-sky,w-9,h-9,cm-pad_resize/a.jpg': 'extensionUnits',
    '/tr:bg-blurred,w-9,h-9,cm-pad_resize/a.jpg': 'free',
    '/tr:l-image,i-a.png,e-dropshadow,l-end/a.jpg': 'extensionUnits',
    '/tr:if-w_gt_9,e-upscale,if-end/a.jpg': 'extensionUnits',
    '/ik-genimg-prompt-a%20cat/cat.jpg': 'extensionUnits',
    '/clip.mp4': 'videoUnits',
    '/tr:w-300/clip.MOV': 'videoUnits',
    '/clip.webm?tr=so-5': 'videoUnits',
    '/clip/ik-video.mp4': 'videoUnits',
    '/clip.mp4/ik-thumbnail.jpg?tr=w-9': 'videoUnits',
    '/clip/ik-master.m3u8?tr=sr-480': 'videoUnits',
    '/clip.mp4/ik-gensubtitle.vtt': 'extensionUnits',
    '/a.pdf/ik-thumbnail.jpg?tr=pg-2': 'free',
    // Any of several transformations may be in force
    '/tr:w-300/a.jpg?tr=e-bgremove': 'extensionUnits',
    '/a.jpg?tr=w-300&tr=e-bgremove': 'extensionUnits',
    '/blog/tr:w-300/tr:e-bgremove/a.jpg': 'extensionUnits',
    // Names
    '/tr:n-card/a.jpg': 'free',
    '/tr:n-cutout/a.jpg': 'extensionUnits',
    '/a.jpg?tr=w-9:n-nested': 'extensionUnits',
    '/tr:n-endless/a.jpg': 'free',
    '/tr:n-other/a.jpg': 'unknown',
    '/tr:n-other,e-upscale/a.jpg': 'extensionUnits',
    '/tr:n-other/clip.mp4': 'videoUnits',
    '/tr:n-ik_ml_thumbnail/a.jpg': 'free',
    // An effect of tomorrow
    '/tr:e-dream/a.jpg': 'unknown',
    '/tr:e-dream-3:rt-90/a.jpg': 'unknown',
    '/tr:zzz-3/a.jpg': 'free',
  };
  for (const [path, cost] of Object.entries(costs)) {
    test(`${path} is ${cost}`, () => assert.equal(costOf(urlOf(path), named), cost));
  }

  test('is not known of a name as long as the account has not told', () => {
    assert.equal(costOf(urlOf('/tr:n-card/a.jpg')), 'unknown');
  });

  test('depends on the names of all its transformations', () => {
    assert.deepEqual(
      namesIn(urlOf('/tr:n-a:l-image,i-x.png,n-b,l-end/a.jpg?tr=w-1%2Cn-c')).toSorted(),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(namesIn(urlOf('/tr:w-300/a.jpg')), []);
  });
});
