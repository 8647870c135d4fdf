import { holeEnd, indexOutsideHoles } from '../text/interpolation.ts';
import type { TextSlice } from '../text/offsetRange.ts';
import { endpointLength } from './endpointLength.ts';
import type { ImageKitUrl, UrlQueryParameter, UrlTransformation } from './imageKitUrl.ts';
import { isPrefixToken, isSuffixToken } from './pathTokens.ts';

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
  const pathStart = endpointLength(text, endpoints);
  if (pathStart === undefined) return undefined;

  const slice = (from: number, to: number): TextSlice => ({
    text: text.slice(from, to),
    start: start + from,
    end: start + to,
  });
  const pathEnd = indexOutsideHoles(text, '?#', pathStart);
  const queryEnd = text[pathEnd] === '?' ? indexOutsideHoles(text, '#', pathEnd) : pathEnd;

  const segments = splitOutsideHoles(text, '/', pathStart, pathEnd);
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
  const behindTransformation =
    inPath === 1 && pathTransformation ? pathTransformation[1] : pathStart;
  const prefix = prefixBehind(text, segments, behindTransformation);
  const assetStart = prefix ? prefix[1] : behindTransformation;
  const { assetEnd, suffix } = cutSuffixes(text, segments, assetStart, pathEnd);
  return {
    ...slice(0, text.length),
    endpoint: slice(0, pathStart),
    ...(transformation && { transformation }),
    ...(prefix && { prefix: slice(...prefix) }),
    assetPath: slice(assetStart, assetEnd),
    ...(suffix && { suffix: slice(...suffix) }),
    query,
  };
}

type Span = readonly [from: number, to: number];

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
      const equals = indexOutsideHoles(text, '=', begin, end);
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

/** The segment that begins right there, if it is a prefix token. */
function prefixBehind(text: string, segments: readonly Span[], start: number): Span | undefined {
  return segments.find(([from, to]) => from === start + 1 && isPrefixToken(text.slice(from, to)));
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
    if (from - 1 <= assetStart || !isSuffixToken(text.slice(from, to))) break;
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
