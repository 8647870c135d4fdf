import assert from 'node:assert/strict';
import { DocumentColours } from '../../../../src/core/language/documentColours.ts';
import { getAccountContext } from '../../../../src/core/language/completion/accountContext.ts';
import { getCompletionContext } from '../../../../src/core/language/completion/completionContext.ts';
import { getCompletions } from '../../../../src/core/language/completion/getCompletions.ts';
import { getUrlCompletions } from '../../../../src/core/language/completion/urlCompletions.ts';
import { findEscapedUrls } from '../../../../src/core/language/escapedUrls.ts';
import { findImageKitUrlAt } from '../../../../src/core/language/findImageKitUrls.ts';
import { describeUrl } from '../../../../src/core/language/hover.ts';
import { layerPictureAt } from '../../../../src/core/language/layerPicture.ts';
import { locateUrls } from '../../../../src/core/language/locateTransformations.ts';
import { getRefactorings } from '../../../../src/core/language/refactorings/getRefactorings.ts';
import type { OffsetRange } from '../../../../src/core/text/offsetRange.ts';
import { signUrl } from '../../../../src/core/url/signUrl.ts';
import { hostileTexts } from '../../../fuzz/hostileTexts.ts';
import { ImageKitStringIndex } from '../../../../src/core/language/imageKitStringIndex.ts';

const base = 'https://ik.imagekit.io/demo';
const length = 3000;

const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(hostileTexts).map(([name, make]) => [name, make(length)] as const),
  ),
  'broken surrogates': `i-\uD800,l-text,i-\uDC00\uD800,ie-\uD83D,l-end`.repeat(50),
  'bidirectional marks': '\u202Ew-300\u2066,\u200F'.repeat(200),
  'control characters': 'w-\u0000\u0001\u007F,'.repeat(300),
  'everything encoded': '%25%2C%3A%2F%3F%26%C3%28'.repeat(100),
};

function sign(address: string): string {
  return signUrl(address, { privateKey: 'private_test', urlEndpoint: base });
}

/** Everything that the editor would change or mark in a text, for a cursor. */
function rangesOf(text: string, offset: number): readonly OffsetRange[] {
  const context = getCompletionContext(text, offset, [base]);
  const entries = context ? getCompletions(context) : getUrlCompletions(text, offset, [base]);
  const account = getAccountContext(text, offset, [base], [base]);
  const url = findImageKitUrlAt(text, offset, [base]);
  if (url) {
    describeUrl(url, offset, { original: { width: 1600, height: 900 } });
    layerPictureAt(url, offset);
  }
  const request = { text, offset, endpoints: [base], sign };
  return [
    ...entries.map(({ replace }) => replace),
    ...(account ? [account.replace] : []),
    ...new DocumentColours(new ImageKitStringIndex(text, [base])).spans(),
    ...locateUrls(text, [base]),
    ...['javascript', 'vue', 'svelte'].flatMap((language) =>
      getRefactorings({ ...request, language }).flatMap(({ edits }) => edits),
    ),
    ...findEscapedUrls(text, [base]),
  ];
}

suite('bad input', () => {
  for (const [name, body] of Object.entries(texts)) {
    test(`${name}: nothing is thrown, and every span lies in the text`, () => {
      for (const text of [
        `"${base}/tr:${body}/a.jpg"`,
        `"${base}/a.jpg?tr=${body}&v=1"`,
        `'tr:${body}'`,
        `"${base}/${body}"`,
        `"${base}/tr:${body}`,
        `"https:\\/\\/ik.imagekit.io\\/demo\\/tr:${body}\\/a.jpg"`,
        `\`${base}/\${id}/tr:w-\${w},${body}/a.jpg\``,
        `<img src="${base}/tr:${body}/a.jpg">`,
      ]) {
        for (const offset of [text.length >> 1, text.length - 1, text.length]) {
          for (const { start, end } of rangesOf(text, offset)) {
            assert(0 <= start && start <= end && end <= text.length, `${start}–${end}`);
          }
        }
      }
    });
  }
});
