import { holeEnd } from '../text/interpolation.ts';
import { touches } from '../text/offsetRange.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { parseImageKitUrl } from '../url/parseImageKitUrl.ts';

/** No URL is longer, and nothing further away is looked at. */
const longestUrl = 20_000;

/** What no URL holds unencoded: white space, the quotes and brackets that hosts put around it. */
const terminators: ReadonlySet<string> = new Set(' \t\r\n\f\v\u00A0"\'`<>\\^|“”‘’«»'.split(''));

const closingBrackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Punctuation of the sentence around a URL, not of the URL. */
const trailingPunctuation = /[.,;:!?…]+$/;

/**
 * All ImageKit URLs of a text, in any language: HTML attributes, `srcset`, CSS `url(…)`, Markdown,
 * strings and templates with interpolation holes.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function findImageKitUrls(text: string, endpoints: readonly string[]): ImageKitUrl[] {
  const found: ImageKitUrl[] = [];
  for (const { start, end } of candidates(text)) {
    const candidate = text.slice(start, end).replace(trailingPunctuation, '');
    const url = parseImageKitUrl(candidate, start, endpoints);
    if (url) found.push(url);
  }
  return found;
}

/** The ImageKit URL that a cursor touches. */
export function findImageKitUrlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
): ImageKitUrl | undefined {
  return findImageKitUrls(text, endpoints).find((url) => touches(url, offset));
}

/** As above, with the punctuation at its end: while it is typed, `w-300,` is part of the URL. */
export function findUnfinishedImageKitUrlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
): ImageKitUrl | undefined {
  for (const range of candidates(text)) {
    if (!touches(range, offset)) continue;
    return parseImageKitUrl(text.slice(range.start, range.end), range.start, endpoints);
  }
  return undefined;
}

function* candidates(text: string): Generator<{ start: number; end: number }> {
  let from = 0;
  for (;;) {
    const separator = text.indexOf('://', from);
    if (separator === -1) return;
    from = separator + 3;
    const scheme = /https?$/i.exec(text.slice(Math.max(0, separator - 5), separator))?.[0];
    if (scheme === undefined) continue;
    const end = endOfUrl(text, from);
    yield { start: separator - scheme.length, end };
    from = end;
  }
}

function endOfUrl(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestUrl);
  const opened: string[] = [];
  let index = from;
  while (index < limit) {
    const character = text[index] ?? '';
    const behindHole = holeEnd(text, index);
    if (behindHole !== undefined) {
      index = behindHole;
      continue;
    }
    if (terminators.has(character)) break;
    const opening = closingBrackets[character];
    if (opening !== undefined && opened.pop() !== opening) break;
    if (character === '(' || character === '[' || character === '{') opened.push(character);
    index++;
  }
  return index;
}
