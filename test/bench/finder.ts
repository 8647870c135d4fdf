import { buildTransformationString } from '@imagekit/javascript';
import { findImageKitStrings } from '../../src/core/language/findImageKitStrings.ts';
import { ImageKitStringIndex } from '../../src/core/language/imageKitStringIndex.ts';
import { DocumentLinter } from '../../src/core/lint/documentLinter.ts';
import { Linter } from '../../src/core/lint/linter.ts';
import type { TextChange } from '../../src/core/text/textChange.ts';
import { compare, type Row } from './ratio.ts';

const length = 1_000_000;
const line = "  const total = items.map((item) => item.price * 1.2 + shipping('standard'));\n";
const without = line.repeat(Math.ceil(length / line.length));

/** What the finder looks for; the first four tell whether a text speaks of ImageKit. */
const triggers = [
  'imagekit',
  'ImageKit',
  'Imagekit',
  'IMAGEKIT',
  '://',
  '//ik.imagekit.io/',
  'tr:',
  'tr=',
];

/** A megabyte with 2,000 URLs, each with another chain. */
export function documentWithUrls(): string {
  const urls = Array.from({ length: 2000 }, (_, index) => {
    const chain = buildTransformationString([
      { width: 200 + index, height: 300, crop: 'maintain_ratio' },
      { quality: 80, format: 'webp' },
    ]);
    return `<img src="https://ik.imagekit.io/demo/tr:${chain}/photos/picture-${index}.jpg">\n`;
  });
  const filler = line.repeat(Math.ceil((length / 2000 - (urls[0]?.length ?? 0)) / line.length));
  return urls.map((url) => url + filler).join('');
}

/** Finding, and checking what was found, in a large document. */
export function benchFinder(): readonly Row[] {
  const withUrls = documentWithUrls();
  const linter = new Linter();
  const lintAll = (text: string): unknown =>
    new DocumentLinter(new ImageKitStringIndex(text, []), linter).findings();
  const index = new ImageKitStringIndex(withUrls, []);
  const document = new DocumentLinter(new ImageKitStringIndex(withUrls, []), linter);
  document.findings();
  const nextEdit = typing(withUrls);
  const nextLintedEdit = typing(withUrls);
  return [
    compare(
      '1 MB without a hit, beside one indexOf for each trigger',
      2,
      () => findImageKitStrings(without, []),
      () => triggers.map((trigger) => without.indexOf(trigger)),
    ),
    compare(
      '1 MB with 2,000 URLs found, parsed and linted, beside 20 ms',
      1,
      () => lintAll(withUrls),
      () => waitFor(20),
    ),
    compare(
      'finding again after one character, beside finding all',
      0.01,
      () => index.update(...nextEdit()),
      () => findImageKitStrings(withUrls, []),
    ),
    compare(
      'linting again after one character, beside linting all',
      0.01,
      () => {
        document.index.update(...nextLintedEdit());
        return document.findings();
      },
      () => lintAll(withUrls),
    ),
  ];
}

/** In the middle of a text: a digit more, and away again. */
function typing(text: string): () => readonly [text: string, change: TextChange] {
  const start = text.indexOf('tr:w-', text.length / 2) + 'tr:w-'.length;
  const longer = `${text.slice(0, start)}1${text.slice(start)}`;
  let isLonger = false;
  return () => {
    isLonger = !isLonger;
    return isLonger
      ? [longer, { start, end: start, newEnd: start + 1 }]
      : [text, { start, end: start + 1, newEnd: start }];
  };
}

/** A fixed time as the peer. */
function waitFor(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
