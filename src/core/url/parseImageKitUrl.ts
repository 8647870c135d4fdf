import { holesIn, templateSlice, withoutHoles } from '../text/interpolation.ts';
import type { OffsetRange, TextSlice } from '../text/offsetRange.ts';
import { endpointLength } from './endpointLength.ts';
import type { ImageKitUrl, UrlQueryParameter, UrlTransformation } from './imageKitUrl.ts';
import { isPrefixToken, isSuffixToken } from './pathTokens.ts';

const transformationPrefix = 'tr:';

/**
 * Cuts a URL into its parts, all raw.
 * @param text The URL and nothing else; interpolation holes such as `${id}` may stand anywhere.
 * @param start Offset of the URL in its document; all slices carry offsets of the document.
 * @param endpoints URL endpoints beside ImageKit's own hosts; the longest that fits wins.
 * @param holes What a template fills in, in offsets of the document. Absent: whatever is a hole in
 * any language.
 * @returns `undefined` for a URL that is not under a known endpoint.
 */
export function parseImageKitUrl(
  text: string,
  start: number,
  endpoints: readonly string[],
  holes: readonly OffsetRange[] = templateSlice(text, start).holes,
): ImageKitUrl | undefined {
  const shape = withoutHoles({ text, start, end: start + text.length, holes });
  const pathStart = endpointLength(shape, endpoints);
  if (pathStart === undefined) return undefined;

  const slice = (from: number, to: number): TextSlice => ({
    text: text.slice(from, to),
    start: start + from,
    end: start + to,
  });
  const pathEnd = indexOf(shape, /[?#]/g, pathStart);
  const queryEnd = shape[pathEnd] === '?' ? indexOf(shape, /#/g, pathEnd) : pathEnd;

  const segments = split(shape, '/', pathStart, pathEnd);
  const inPath = segments.findIndex(([from]) => text.startsWith(transformationPrefix, from));
  const pathTransformation = segments[inPath];

  const query = splitQuery(shape, pathEnd, queryEnd, slice);
  const chain =
    pathTransformation === undefined
      ? queryTransformation(query)
      : ({
          ...slice(pathTransformation[0] + transformationPrefix.length, pathTransformation[1]),
          position: 'path',
        } as const);
  const transformation = chain && { ...chain, holes: holesIn({ holes }, chain) };

  // The asset's path starts behind a leading transformation; a deeper one is left inside of it.
  const behindTransformation =
    inPath === 1 && pathTransformation ? pathTransformation[1] : pathStart;
  const prefix = prefixBehind(text, segments, behindTransformation);
  const assetStart = prefix ? prefix[1] : behindTransformation;
  const { assetEnd, suffix } = cutSuffixes(text, segments, assetStart, pathEnd);
  return {
    ...slice(0, text.length),
    holes,
    endpoint: slice(0, pathStart),
    ...(transformation && { transformation }),
    ...(prefix && { prefix: slice(...prefix) }),
    assetPath: slice(assetStart, assetEnd),
    ...(suffix && { suffix: slice(...suffix) }),
    query,
  };
}

type Span = readonly [from: number, to: number];

function indexOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function queryTransformation(
  query: readonly UrlQueryParameter[],
): Omit<UrlTransformation, 'holes'> | undefined {
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
  return split(text, '&', from + 1, to)
    .map(([begin, end], index): Span => [index > 0 ? behindEntity(text, begin) : begin, end])
    .filter(([begin, end]) => end > begin)
    .map(([begin, end]) => {
      const length = text.slice(begin, end).indexOf('=');
      const equals = length === -1 ? end : begin + length;
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

function split(text: string, separator: string, from: number, to: number): Span[] {
  let begin = from;
  return text
    .slice(from, to)
    .split(separator)
    .map(({ length }): Span => {
      const span: Span = [begin, begin + length];
      begin += length + separator.length;
      return span;
    });
}
