import { encodeBase64 } from '../../text/encodeBase64.ts';

/** How a layer's text or path is written: by itself (`auto`), as it is, or in base64. */
export type LayerEncoding = 'auto' | 'plain' | 'base64';

const plainPath = /^[a-zA-Z0-9\-._/ ]*$/;
const plainText = /^[a-zA-Z0-9\-._ ]*$/;

/** `i-…` or `ie-…` for a path of the media library. */
export function encodePath(path: string, encoding: LayerEncoding | undefined): string {
  const trimmed = trimSlashes(path);
  const isPlain = encoding === 'plain' || (encoding !== 'base64' && plainPath.test(trimmed));
  return isPlain ? `i-${slashesToAts(trimmed)}` : `ie-${base64(trimmed)}`;
}

/** `i-…` or `ie-…` for text. */
export function encodeText(text: string, encoding: LayerEncoding | undefined): string {
  const isPlain = encoding === 'plain' || (encoding !== 'base64' && plainText.test(text));
  return isPlain ? `i-${encodeURIComponent(text)}` : `ie-${base64(text)}`;
}

/** Without one slash at the start and one at the end. */
export function trimSlashes(path: unknown): string {
  if (typeof path !== 'string') throw new TypeError('A path must be a string.');
  const behindFirst = path.startsWith('/') ? path.slice(1) : path;
  return behindFirst.endsWith('/') ? behindFirst.slice(0, -1) : behindFirst;
}

/** ImageKit writes the slashes of a path inside a transformation as `@@`. */
export function slashesToAts(path: string): string {
  return path.replaceAll('/', '@@');
}

/** Percent-encoded, as padding and two of the characters mean something else in a URL. */
function base64(text: string): string {
  if (typeof text !== 'string') throw new TypeError('A text in base64 must be a string.');
  return encodeURIComponent(encodeBase64(text));
}
