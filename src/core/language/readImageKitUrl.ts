import { withoutHoles } from '../text/interpolation.ts';
import { isJoined } from '../text/joinedString.ts';
import type { OffsetRange } from '../text/offsetRange.ts';
import type { StringSyntax } from '../text/stringSyntax.ts';
import { endpointLength } from '../url/endpointLength.ts';
import { extentOfUrl, quoteAt, withoutSentenceEnd, type Extent } from './urlBoundaries.ts';

const imageKitDomain = 'imagekit.io';
const longestHost = 255;
/** Longer ones are not read to their end before it is known that they are ImageKit's. */
const longestEndpoint = 1000;

/** What every URL has behind its scheme, and what one without scheme begins with. */
export const urlTriggers = ['://', '//ik.imagekit.io/'] as const;

const [withScheme] = urlTriggers;

/** What may stand before a URL without scheme. */
const opening = /[\s"'`(=,<]/;

/** Where something stands and what of it a template fills in, in offsets of the text. */
export interface FoundSpan extends OffsetRange, Extent {}

/** What it depends on how a URL is read. */
export interface UrlReading {
  /** URL endpoints beside ImageKit's own hosts. */
  readonly endpoints: readonly string[];
  readonly syntax: StringSyntax;
}

/** The URL whose trigger stands at an offset, where it is one under a known endpoint. */
export function readImageKitUrl(
  text: string,
  at: number,
  reading: UrlReading,
): FoundSpan | undefined {
  const { endpoints, syntax } = reading;
  const start = startOf(text, at);
  if (start === undefined) return undefined;
  const hostStart = text.indexOf('//', at) + '//'.length;
  if (!mayBeKnown(text, hostStart, endpoints)) return undefined;
  const quote = quoteAt(text, start - 1);
  const near = extentOfUrl(text, hostStart, syntax, quote, longestEndpoint);
  if (lengthOfEndpoint(text, { start, ...near }, reading) === undefined) return undefined;
  const isWhole = near.end < hostStart + longestEndpoint;
  const found = { start, ...(isWhole ? near : extentOfUrl(text, hostStart, syntax, quote)) };
  return withOpenEnd(text, found, syntax);
}

/** As above, without the punctuation at its end, unless code goes on behind it. */
export function readWholeImageKitUrl(
  text: string,
  at: number,
  reading: UrlReading,
): FoundSpan | undefined {
  const found = readImageKitUrl(text, at, reading);
  if (!found || found.holes.at(-1)?.start === found.end) return found;
  const { start, holes } = found;
  const end = start + withoutSentenceEnd(text.slice(start, found.end)).length;
  const whole = { start, end, holes: holes.filter((hole) => hole.end <= end) };
  // `https://ik.imagekit.io/.` ends before the id of an account.
  return lengthOfEndpoint(text, whole, reading) === undefined ? undefined : whole;
}

/** A string that code goes on with has a hole where it ends. */
export function withOpenEnd<Found extends FoundSpan>(
  text: string,
  found: Found,
  syntax: StringSyntax,
): Found {
  const { end, holes } = found;
  return isJoined(text, found, syntax)
    ? { ...found, holes: [...holes, { start: end, end }] }
    : found;
}

function lengthOfEndpoint(
  text: string,
  { start, end, holes }: FoundSpan,
  { endpoints }: UrlReading,
): number | undefined {
  return endpointLength(
    withoutHoles({ text: text.slice(start, end), start, end, holes }),
    endpoints,
  );
}

function startOf(text: string, at: number): number | undefined {
  if (!text.startsWith(withScheme, at)) {
    return at === 0 || opening.test(text[at - 1] ?? '') ? at : undefined;
  }
  const scheme = /https?$/i.exec(text.slice(Math.max(0, at - 5), at))?.[0];
  return scheme === undefined ? undefined : at - scheme.length;
}

/** A cheap look at the host, as most URLs are of others. */
function mayBeKnown(text: string, from: number, endpoints: readonly string[]): boolean {
  const host = text.slice(from, from + longestHost).toLowerCase();
  const end = host.search(/[/?#]/);
  return (
    host.slice(0, end === -1 ? host.length : end).includes(imageKitDomain) ||
    endpoints.some((endpoint) => host.startsWith(hostAndPort(endpoint)))
  );
}

function hostAndPort(endpoint: string): string {
  const begin = endpoint.indexOf(withScheme) + withScheme.length;
  const slash = endpoint.indexOf('/', begin);
  return endpoint.slice(begin, slash === -1 ? endpoint.length : slash).toLowerCase();
}
