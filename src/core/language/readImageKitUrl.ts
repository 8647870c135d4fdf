import type { OffsetRange } from '../text/offsetRange.ts';
import { endpointLength } from '../url/endpointLength.ts';
import { endOfUrl, withoutSentenceEnd } from './urlBoundaries.ts';

const imageKitDomain = 'imagekit.io';
const longestHost = 255;
/** Longer ones are not read to their end before it is known that they are ImageKit's. */
const longestEndpoint = 1000;

/** What every URL has behind its scheme. */
export const urlTrigger = '://';

/**
 * The URL whose `://` stands at an offset, where it is one under a known endpoint.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function readImageKitUrl(
  text: string,
  at: number,
  endpoints: readonly string[],
): OffsetRange | undefined {
  const start = at - schemeLength(text, at);
  const hostStart = at + urlTrigger.length;
  if (start === at || !mayBeKnown(text, hostStart, endpoints)) return undefined;
  const near = endOfUrl(text, hostStart, longestEndpoint);
  if (endpointLength(text.slice(start, near), endpoints) === undefined) return undefined;
  return { start, end: near < hostStart + longestEndpoint ? near : endOfUrl(text, hostStart) };
}

/** As above, without the punctuation at its end. */
export function readWholeImageKitUrl(
  text: string,
  at: number,
  endpoints: readonly string[],
): OffsetRange | undefined {
  const found = readImageKitUrl(text, at, endpoints);
  if (!found) return undefined;
  const url = withoutSentenceEnd(text.slice(found.start, found.end));
  // `https://ik.imagekit.io/.` ends before the id of an account.
  if (endpointLength(url, endpoints) === undefined) return undefined;
  return { start: found.start, end: found.start + url.length };
}

function schemeLength(text: string, end: number): number {
  return /https?$/i.exec(text.slice(Math.max(0, end - 5), end))?.[0].length ?? 0;
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
  const begin = endpoint.indexOf(urlTrigger) + urlTrigger.length;
  const slash = endpoint.indexOf('/', begin);
  return endpoint.slice(begin, slash === -1 ? endpoint.length : slash).toLowerCase();
}
