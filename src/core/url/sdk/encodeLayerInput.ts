/** How a layer's text or path is written: by itself (`auto`), as it is, or in base64. */
export type LayerEncoding = 'auto' | 'plain' | 'base64';

const plainPath = /^[a-zA-Z0-9\-._/ ]*$/;
const plainText = /^[a-zA-Z0-9\-._ ]*$/;

/** `i-…` or `ie-…` for a path of the media library. */
export function encodePath(path: string, encoding: LayerEncoding | undefined): string {
  const trimmed = path.replace(/^\/|\/$/g, '');
  const isPlain = encoding === 'plain' || (encoding !== 'base64' && plainPath.test(trimmed));
  return isPlain ? `i-${trimmed.replaceAll('/', '@@')}` : `ie-${base64(trimmed)}`;
}

/** `i-…` or `ie-…` for text. */
export function encodeText(text: string, encoding: LayerEncoding | undefined): string {
  const isPlain = encoding === 'plain' || (encoding !== 'base64' && plainText.test(text));
  return isPlain ? `i-${encodeURIComponent(text)}` : `ie-${base64(text)}`;
}

/** UTF-8, the standard alphabet with padding, then percent-encoded. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return encodeURIComponent(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
}
