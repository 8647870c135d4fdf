import { touches } from '../text/offsetRange.ts';
import { stringSyntaxOf } from '../text/stringSyntax.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { parseImageKitUrl } from '../url/parseImageKitUrl.ts';
import type { DocumentTraits } from './documentTraits.ts';
import {
  readImageKitUrl,
  readWholeImageKitUrl,
  urlTriggers,
  type FoundSpan,
  type UrlReading,
} from './readImageKitUrl.ts';
import { longestUrl } from './urlBoundaries.ts';

/**
 * All ImageKit URLs of a text, in any language: HTML attributes, `srcset`, CSS `url(…)`, Markdown,
 * strings and templates with interpolation holes.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function findImageKitUrls(
  text: string,
  endpoints: readonly string[],
  { languageId }: DocumentTraits = {},
): ImageKitUrl[] {
  const found: ImageKitUrl[] = [];
  const reading = { endpoints, syntax: stringSyntaxOf(languageId) };
  for (const { start, end, holes } of urlsIn(text, 0, text.length, reading, readWholeImageKitUrl)) {
    const url = parseImageKitUrl(text.slice(start, end), start, endpoints, holes);
    if (url) found.push(url);
  }
  return found;
}

/** The ImageKit URL that a cursor touches. Looks at 20,000 characters on either side of it. */
export function findImageKitUrlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
  { languageId }: DocumentTraits = {},
): ImageKitUrl | undefined {
  return urlAt(
    text,
    offset,
    { endpoints, syntax: stringSyntaxOf(languageId) },
    readWholeImageKitUrl,
  );
}

/** As above, with the punctuation at its end: while it is typed, `w-300,` is part of the URL. */
export function findUnfinishedImageKitUrlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
  { languageId }: DocumentTraits = {},
): ImageKitUrl | undefined {
  return urlAt(text, offset, { endpoints, syntax: stringSyntaxOf(languageId) }, readImageKitUrl);
}

function urlAt(
  text: string,
  offset: number,
  reading: UrlReading,
  read: typeof readImageKitUrl,
): ImageKitUrl | undefined {
  const from = Math.max(0, offset - longestUrl);
  for (const found of urlsIn(text, from, offset + longestUrl, reading, read)) {
    const { start, end, holes } = found;
    if (start > offset) return undefined;
    if (!touches(found, offset)) continue;
    return parseImageKitUrl(text.slice(start, end), start, reading.endpoints, holes);
  }
  return undefined;
}

/** Those that are noticed between two offsets; the last may reach out of it. */
function* urlsIn(
  text: string,
  from: number,
  to: number,
  reading: UrlReading,
  read: typeof readImageKitUrl,
): Generator<FoundSpan, void> {
  const part = text.slice(0, to);
  const next = urlTriggers.map((trigger) => nextOf(trigger, part, from));
  for (;;) {
    const at = Math.min(...next);
    if (at === Infinity) return;
    const found = read(text, at, reading);
    if (found) yield found;
    const resume = found?.end ?? at + 1;
    for (const [index, trigger] of urlTriggers.entries()) {
      if ((next[index] ?? Infinity) < resume) next[index] = nextOf(trigger, part, resume);
    }
  }
}

function nextOf(trigger: string, text: string, from: number): number {
  const at = text.indexOf(trigger, from);
  return at === -1 ? Infinity : at;
}
