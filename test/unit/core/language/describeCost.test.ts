import assert from 'node:assert/strict';
import { describeUrl } from '../../../../src/core/language/hover.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';

function priceOf(path: string): string | undefined {
  const url = parseImageKitUrl(`https://ik.imagekit.io/demo${path}`, 0, []);
  assert(url);
  return describeUrl(url, 0).price;
}

const allSecond =
  'Costs video units the first time, for each second 1 in SD, 2 in HD, 4 in 4K, 8 in 8K, 16 in 16K.';

suite('what a URL costs, in words', () => {
  const prices: Readonly<Record<string, string | undefined>> = {
    '/a.jpg': undefined,
    '/tr:w-300/a.jpg': undefined,
    '/tr:e-bgremove/a.jpg':
      'Costs extension units the first time; ImageKit’s documentation gives no number for it.',
    '/tr:n-card/a.jpg':
      'What it costs is not known here: it has a name or an effect that is not known.',
    '/a.mp4': allSecond,
    '/tr:w-300/a.mp4': allSecond,
    '/tr:w-640,h-360/a.mp4': 'Costs video units the first time, for each second 1 in SD.',
    '/tr:w-1280,h-720,du-10/a.mp4':
      'Costs video units the first time, at most 20 in HD, 40 in 4K, 80 in 8K, 160 in 16K.',
    '/tr:w-640,h-360,so-5,eo-15/a.mp4': 'Costs video units the first time, at most 10 in SD.',
    '/tr:w-640,h-360:du-2.5,vc-av1/a.webm': 'Costs video units the first time, at most 25 in SD.',
    '/tr:vc-none,eo-8/a.mp4': 'Costs video units the first time, at most 8 in SD.',
    '/tr:vc-none,du-3,eo-8/a.mp4': 'Costs video units the first time, for each second 1 in SD.',
    '/tr:vc-none,du-idu_div_2/a.mp4': 'Costs video units the first time, for each second 1 in SD.',
    '/a.mp4/ik-thumbnail.jpg?tr=so-5':
      'Costs 30 video units the first time: a still counts as 30 s in SD.',
    '/a.mp4/ik-master.m3u8?tr=sr-480_720':
      'Costs 30 video units the first time for the playlist, and for each second of each resolution ' +
      '1 in SD, 2 in HD, 4 in 4K, 8 in 8K, 16 in 16K.',
    '/a.mp4/ik-gensubtitle.vtt?tr=lang-es':
      'Costs 2 extension units a minute the first time, and 2 more a minute for each translation.',
  };
  for (const [path, price] of Object.entries(prices)) {
    test(`${path}: ${price ?? 'nothing'}`, () => assert.equal(priceOf(path), price));
  }
});
