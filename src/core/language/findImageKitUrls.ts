import { touches, type OffsetRange } from '../text/offsetRange.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { parseImageKitUrl } from '../url/parseImageKitUrl.ts';
import { endOfUrl, longestUrl, withoutSentenceEnd } from './urlBoundaries.ts';

const imageKitDomain = 'imagekit.io';
const schemeBefore = /https?$/i;

/**
 * All ImageKit URLs of a text, in any language: HTML attributes, `srcset`, CSS `url(…)`, Markdown,
 * strings and templates with interpolation holes.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function findImageKitUrls(text: string, endpoints: readonly string[]): ImageKitUrl[] {
  const found: ImageKitUrl[] = [];
  for (const { start, end } of candidates(text, endpoints)) {
    const url = parseImageKitUrl(withoutSentenceEnd(text.slice(start, end)), start, endpoints);
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
  return urlAt(text, offset, endpoints, withoutSentenceEnd);
}

/** As above, with the punctuation at its end: while it is typed, `w-300,` is part of the URL. */
export function findUnfinishedImageKitUrlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
): ImageKitUrl | undefined {
  return urlAt(text, offset, endpoints, (candidate) => candidate);
}

function urlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
  trim: (candidate: string) => string,
): ImageKitUrl | undefined {
  const from = Math.max(0, offset - longestUrl);
  const near = text.slice(from, offset + longestUrl);
  for (const { start, end } of candidates(near, endpoints)) {
    if (from + start > offset) return undefined;
    if (!touches({ start, end }, offset - from)) continue;
    const url = parseImageKitUrl(trim(near.slice(start, end)), from + start, endpoints);
    if (url && touches(url, offset)) return url;
  }
  return undefined;
}

/** Everything that begins like a URL under a known endpoint, up to where a URL ends. */
function* candidates(text: string, endpoints: readonly string[]): Generator<OffsetRange> {
  const origins = endpoints.map((endpoint) => hostAndPort(endpoint));
  let from = 0;
  for (;;) {
    const separator = text.indexOf('://', from);
    if (separator === -1) return;
    from = separator + '://'.length;
    const scheme = schemeBefore.exec(text.slice(Math.max(0, separator - 5), separator))?.[0];
    if (scheme === undefined || !mayBeKnown(text, from, origins)) continue;
    const end = endOfUrl(text, from);
    yield { start: separator - scheme.length, end };
    from = end;
  }
}

/** A cheap look at the host, before anything is cut out of the text. */
function mayBeKnown(text: string, from: number, origins: readonly string[]): boolean {
  const host = text.slice(from, from + 255).toLowerCase();
  const end = host.search(/[/?#]/);
  return (
    host.slice(0, end === -1 ? host.length : end).includes(imageKitDomain) ||
    origins.some((origin) => host.startsWith(origin))
  );
}

function hostAndPort(endpoint: string): string {
  const begin = endpoint.indexOf('://') + '://'.length;
  const slash = endpoint.indexOf('/', begin);
  return endpoint.slice(begin, slash === -1 ? endpoint.length : slash).toLowerCase();
}
