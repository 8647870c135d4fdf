import { holeEnd } from '../text/interpolation.ts';
import type { TextSlice } from '../text/offsetRange.ts';
import type { ImageKitUrl, UrlQueryParameter, UrlTransformation } from './imageKitUrl.ts';
import { suffixTokens } from './suffixTokens.ts';

/** ImageKit's shared delivery host; the first segment behind it is the id of the account. */
const sharedHost = /^https?:\/\/ik\.imagekit\.io\//i;

/** The older `https://<imagekit_id>.imagekit.io`; some names are hosts of ImageKit itself. */
const legacyEndpoint =
  /^https?:\/\/(?!(?:ik|www|api|upload|docs|blog|status)\.)[a-z0-9_-]+\.imagekit\.io/i;

const transformationPrefix = 'tr:';

/**
 * Cuts a URL into its parts, all raw.
 * @param text The URL and nothing else; interpolation holes such as `${id}` may stand anywhere.
 * @param start Offset of the URL in its document; all slices carry offsets of the document.
 * @param endpoints URL endpoints beside ImageKit's own hosts; the longest that fits wins.
 * @returns `undefined` for a URL that is not under a known endpoint.
 */
export function parseImageKitUrl(
  text: string,
  start: number,
  endpoints: readonly string[],
): ImageKitUrl | undefined {
  const endpointLength = findEndpoint(text, endpoints);
  if (endpointLength === undefined) return undefined;

  const slice = (from: number, to: number): TextSlice => ({
    text: text.slice(from, to),
    start: start + from,
    end: start + to,
  });
  const pathEnd = indexOfAny(text, '?#', endpointLength);
  const queryEnd = text[pathEnd] === '?' ? indexOfAny(text, '#', pathEnd) : pathEnd;

  const segments = splitOutsideHoles(text, '/', endpointLength, pathEnd);
  const inPath = segments.findIndex(([from]) => text.startsWith(transformationPrefix, from));
  const pathTransformation = segments[inPath];

  const query = splitQuery(text, pathEnd, queryEnd, slice);
  const transformation =
    pathTransformation === undefined
      ? queryTransformation(query)
      : ({
          ...slice(pathTransformation[0] + transformationPrefix.length, pathTransformation[1]),
          position: 'path',
        } as const);

  // The asset's path starts behind a leading transformation; a deeper one is left inside of it.
  const assetStart = inPath === 1 && pathTransformation ? pathTransformation[1] : endpointLength;
  const { assetEnd, suffix } = cutSuffixes(text, segments, assetStart, pathEnd);
  return {
    ...slice(0, text.length),
    endpoint: slice(0, endpointLength),
    ...(transformation && { transformation }),
    assetPath: slice(assetStart, assetEnd),
    ...(suffix && { suffix: slice(...suffix) }),
    query,
  };
}

type Span = readonly [from: number, to: number];

/** The length of the endpoint that the URL begins with, on a boundary of a segment. */
function findEndpoint(text: string, endpoints: readonly string[]): number | undefined {
  const lengths = endpoints
    .map((endpoint) => endpoint.replace(/\/+$/, ''))
    .filter((endpoint) => isUnder(text, endpoint))
    .map(({ length }) => length);
  const known = sharedEndpointLength(text) ?? legacyEndpoint.exec(text)?.[0].length;
  if (known !== undefined && isBoundary(text, known)) lengths.push(known);
  return lengths.length === 0 ? undefined : Math.max(...lengths);
}

/** The id may be a hole: `https://ik.imagekit.io/${id}/a.jpg`. */
function sharedEndpointLength(text: string): number | undefined {
  const idStart = sharedHost.exec(text)?.[0].length;
  if (idStart === undefined || text.startsWith(transformationPrefix, idStart)) return undefined;
  const idEnd = indexOfAny(text, '/?#', idStart);
  return idEnd === idStart ? undefined : idEnd;
}

/** Scheme and host are the same in any case, the path is not. */
function isUnder(text: string, endpoint: string): boolean {
  const slash = endpoint.indexOf('/', endpoint.indexOf('://') + 3);
  const origin = slash === -1 ? endpoint : endpoint.slice(0, slash);
  if (text.slice(0, origin.length).toLowerCase() !== origin.toLowerCase()) return false;
  if (!text.startsWith(endpoint.slice(origin.length), origin.length)) return false;
  return isBoundary(text, endpoint.length);
}

/** Not so before a hole such as `#{name}`, which goes on with the segment. */
function isBoundary(text: string, index: number): boolean {
  return index === text.length || indexOfAny(text, '/?#', index, index + 1) === index;
}

function queryTransformation(query: readonly UrlQueryParameter[]): UrlTransformation | undefined {
  const value = query.find(({ name }) => name.text === 'tr')?.value;
  return value && { ...value, position: 'query' };
}

function splitQuery(
  text: string,
  from: number,
  to: number,
  slice: (from: number, to: number) => TextSlice,
): UrlQueryParameter[] {
  if (text[from] !== '?') return [];
  return splitOutsideHoles(text, '&', from + 1, to)
    .map(([begin, end], index): Span => [index > 0 ? behindEntity(text, begin) : begin, end])
    .filter(([begin, end]) => end > begin)
    .map(([begin, end]) => {
      const equals = indexOfAny(text, '=', begin, end);
      const { start, end: sliceEnd } = slice(begin, end);
      return equals === end
        ? { start, end: sliceEnd, name: slice(begin, end) }
        : { start, end: sliceEnd, name: slice(begin, equals), value: slice(equals + 1, end) };
    });
}

/** In HTML and XML `&` is written `&amp;`. */
function behindEntity(text: string, behindAmpersand: number): number {
  return text.startsWith('amp;', behindAmpersand) ? behindAmpersand + 4 : behindAmpersand;
}

/** Suffix tokens stand behind the asset's path, one or two of them; the last one decides. */
function cutSuffixes(
  text: string,
  segments: readonly Span[],
  assetStart: number,
  pathEnd: number,
): { readonly assetEnd: number; readonly suffix?: Span } {
  let assetEnd = pathEnd;
  let suffix: Span | undefined;
  for (const [from, to] of segments.toReversed()) {
    if (from - 1 <= assetStart || !suffixTokens.has(text.slice(from, to))) break;
    suffix ??= [from, to];
    assetEnd = from - 1;
  }
  return { assetEnd, ...(suffix && { suffix }) };
}

function splitOutsideHoles(text: string, separator: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let begin = from;
  let index = from;
  while (index < to) {
    const behindHole = holeEnd(text, index);
    if (behindHole === undefined && text[index] === separator) {
      spans.push([begin, index]);
      begin = index + 1;
    }
    index = behindHole ?? index + 1;
  }
  spans.push([begin, to]);
  return spans;
}

/** The first of some characters outside a hole, or `to`. */
function indexOfAny(text: string, characters: string, from: number, to = text.length): number {
  let index = from;
  while (index < to) {
    const behindHole = holeEnd(text, index);
    if (behindHole === undefined && characters.includes(text[index] ?? '')) return index;
    index = behindHole ?? index + 1;
  }
  return to;
}
