import { touches, type OffsetRange } from '../text/offsetRange.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { parseImageKitUrl } from '../url/parseImageKitUrl.ts';
import { readImageKitUrl, readWholeImageKitUrl, urlTrigger } from './readImageKitUrl.ts';
import { longestUrl } from './urlBoundaries.ts';

/**
 * All ImageKit URLs of a text, in any language: HTML attributes, `srcset`, CSS `url(…)`, Markdown,
 * strings and templates with interpolation holes.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function findImageKitUrls(text: string, endpoints: readonly string[]): ImageKitUrl[] {
  const found: ImageKitUrl[] = [];
  for (const { start, end } of urlsIn(text, endpoints, readWholeImageKitUrl)) {
    const url = parseImageKitUrl(text.slice(start, end), start, endpoints);
    if (url) found.push(url);
  }
  return found;
}

/** The ImageKit URL that a cursor touches. Looks at 20,000 characters on either side of it. */
export function findImageKitUrlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
): ImageKitUrl | undefined {
  return urlAt(text, offset, endpoints, readWholeImageKitUrl);
}

/** As above, with the punctuation at its end: while it is typed, `w-300,` is part of the URL. */
export function findUnfinishedImageKitUrlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
): ImageKitUrl | undefined {
  return urlAt(text, offset, endpoints, readImageKitUrl);
}

function urlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
  read: typeof readImageKitUrl,
): ImageKitUrl | undefined {
  const from = Math.max(0, offset - longestUrl);
  const near = text.slice(from, offset + longestUrl);
  for (const { start, end } of urlsIn(near, endpoints, read)) {
    if (from + start > offset) return undefined;
    if (!touches({ start, end }, offset - from)) continue;
    return parseImageKitUrl(near.slice(start, end), from + start, endpoints);
  }
  return undefined;
}

function* urlsIn(
  text: string,
  endpoints: readonly string[],
  read: typeof readImageKitUrl,
): Generator<OffsetRange, void> {
  let at = text.indexOf(urlTrigger);
  while (at !== -1) {
    const found = read(text, at, endpoints);
    if (found) yield found;
    at = text.indexOf(urlTrigger, found ? found.end : at + urlTrigger.length);
  }
}
