import { isFiller, withoutHoles } from '../text/interpolation.ts';
import type { OffsetRange } from '../text/offsetRange.ts';
import type { ImageKitUrl, TransformationPosition, UrlQueryParameter } from './imageKitUrl.ts';

/** A span of the document and what stands there afterwards. */
interface Edit extends OffsetRange {
  readonly text: string;
}

const pathPrefix = '/tr:';

/**
 * The URL's text with another transformation, the only one it then carries.
 * @param chain Raw, without `tr:` or `tr=`; `undefined` or empty removes the transformation.
 * @param position Default: where the URL has its transformation now, or else the query.
 * @returns All else unchanged, also a signature, which fits no more: see `removeSignature`.
 */
export function setTransformation(
  url: ImageKitUrl,
  chain: string | undefined,
  position: TransformationPosition = url.transformation?.position ?? 'query',
): string {
  if (chain === undefined || chain === '') {
    return applyEdits(url, [...removePathTransformation(url), ...removeParameters(url, isTr)]);
  }
  if (position === 'query') {
    return applyEdits(url, [...removePathTransformation(url), ...setParameter(url, 'tr', chain)]);
  }
  const { transformation, endpoint } = url;
  const inPath: Edit =
    transformation?.position === 'path'
      ? { start: transformation.start, end: transformation.end, text: chain }
      : { start: endpoint.end, end: endpoint.end, text: pathPrefix + chain };
  return applyEdits(url, [inPath, ...removeParameters(url, isTr)]);
}

/** What one position allows literally and the other does not, and how it is written there. */
const rewrites: Readonly<Record<TransformationPosition, Readonly<Record<string, string>>>> = {
  // In a query a plus is a space.
  path: { '/': '%2F', '?': '%3F', '+': '%20' },
  query: { '&': '%26', '+': '%2B' },
};

/** The URL's text with its transformation in the path or in the query, meaning the same. */
export function moveTransformation(url: ImageKitUrl, position: TransformationPosition): string {
  const { transformation } = url;
  if (!transformation || transformation.position === position) return url.text;
  const rewrite = rewrites[position];
  const shape = withoutHoles(transformation);
  const moved = Array.from({ length: shape.length }, (_, index) => {
    const character = transformation.text[index] ?? '';
    return isFiller(shape[index]) ? character : (rewrite[character] ?? character);
  }).join('');
  return setTransformation(url, moved, position);
}

/**
 * The URL's text with `name=value` in its query: in the place of the first parameter of that name,
 * or else at the end. Further parameters of that name are removed.
 * @param name Raw, as it shall stand in the URL.
 * @param value Raw too: percent-encoded where needed.
 */
export function setQueryParameter(url: ImageKitUrl, name: string, value: string): string {
  return applyEdits(url, setParameter(url, name, value));
}

/** The URL's text without all query parameters of a name (raw). */
export function removeQueryParameter(url: ImageKitUrl, name: string): string {
  return applyEdits(
    url,
    removeParameters(url, (parameter) => parameter.name.text === name),
  );
}

/**
 * The URL's text with the query's parameters in another order; the separators stay where they are.
 * @param order The same parameters; as many as the URL has.
 */
export function reorderQuery(url: ImageKitUrl, order: readonly UrlQueryParameter[]): string {
  const edits = url.query.flatMap(({ start, end }, index) => {
    const parameter = order[index];
    if (!parameter) return [];
    return [
      { start, end, text: url.text.slice(parameter.start - url.start, parameter.end - url.start) },
    ];
  });
  return applyEdits(url, edits);
}

/** The URL's text without `ik-s` and `ik-t`. */
export function removeSignature(url: ImageKitUrl): string {
  return applyEdits(
    url,
    removeParameters(url, ({ name }) => name.text === 'ik-s' || name.text === 'ik-t'),
  );
}

function isTr({ name }: UrlQueryParameter): boolean {
  return name.text === 'tr';
}

function removePathTransformation({ transformation }: ImageKitUrl): Edit[] {
  if (transformation?.position !== 'path') return [];
  const { start, end } = transformation;
  return [{ start: start - pathPrefix.length, end, text: '' }];
}

function setParameter(url: ImageKitUrl, name: string, value: string): Edit[] {
  const first = url.query.find((parameter) => parameter.name.text === name);
  if (!first) return [appendParameter(url, `${name}=${value}`)];
  const others = removeParameters(
    url,
    (parameter) => parameter !== first && parameter.name.text === name,
  );
  return [{ start: first.name.end, end: first.end, text: `=${value}` }, ...others];
}

function appendParameter(url: ImageKitUrl, text: string): Edit {
  const last = url.query.at(-1);
  if (last) return insertion(last.end, (usesEntities(url) ? '&amp;' : '&') + text);
  const { end } = url.suffix ?? url.assetPath;
  return url.text[end - url.start] === '?' ? insertion(end + 1, text) : insertion(end, `?${text}`);
}

/** Whether parameters are separated by `&amp;`, as in HTML. */
function usesEntities({ query, text, start }: ImageKitUrl): boolean {
  return query.some((parameter) => text.endsWith('&amp;', parameter.start - start));
}

function insertion(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** Each parameter goes with one separator, the last one with the question mark too. */
function removeParameters(
  url: ImageKitUrl,
  isRemoved: (parameter: UrlQueryParameter) => boolean,
): Edit[] {
  const { query } = url;
  const firstKept = query.findIndex((parameter) => !isRemoved(parameter));
  if (firstKept === -1) return removeQuery(url);
  return query.flatMap((parameter, index) => {
    if (!isRemoved(parameter)) return [];
    const start = index < firstKept ? parameter.start : (query[index - 1]?.end ?? parameter.start);
    const end = index < firstKept ? (query[index + 1]?.start ?? parameter.end) : parameter.end;
    return [{ start, end, text: '' }];
  });
}

/** With the separators around the last parameter, such as in `?&a=1&`. */
function removeQuery(url: ImageKitUrl): Edit[] {
  const last = url.query.at(-1);
  if (!last) return [];
  const trailing = /^(?:&(?:amp;)?)*/.exec(url.text.slice(last.end - url.start))?.[0] ?? '';
  const { end } = url.suffix ?? url.assetPath;
  return [{ start: end, end: last.end + trailing.length, text: '' }];
}

/** Edits never overlap. */
function applyEdits(url: ImageKitUrl, edits: readonly Edit[]): string {
  let text = '';
  let from = url.start;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    text += url.text.slice(from - url.start, edit.start - url.start) + edit.text;
    from = edit.end;
  }
  return text + url.text.slice(from - url.start);
}
