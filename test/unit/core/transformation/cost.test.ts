import assert from 'node:assert/strict';
import { costOf } from '../../../../src/core/transformation/cost.ts';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';

function costOfUrl(path: string): string | undefined {
  const url = parseImageKitUrl(`https://ik.imagekit.io/demo${path}`, 0, []);
  return url && costOf(url, url.transformation && parseTransformation(url.transformation.text));
}

suite('cost of a URL', () => {
  const costs: Readonly<Record<string, string>> = {
    '/a.jpg': 'free',
    '/tr:w-300,h-200,fo-face:rt-90:e-grayscale/a.jpg': 'free',
    '/tr:w-300,e-bgremove/a.jpg': 'extensionUnits',
    '/a.jpg?tr=w-300:e-edit-prompt-rain': 'extensionUnits',
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
    '/a.pdf/ik-thumbnail.jpg?tr=pg-2': 'free',
  };
  for (const [path, cost] of Object.entries(costs)) {
    test(`${path} is ${cost}`, () => assert.equal(costOfUrl(path), cost));
  }
});
