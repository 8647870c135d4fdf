import { applyTextEdits } from '../text/textEdit.ts';
import type { ImageKitUrl } from './imageKitUrl.ts';

/**
 * The URL's text for another asset; a signature fits no more: see `removeSignature`.
 * @param path Raw, as it shall stand in the URL, with its leading slash.
 */
export function setAssetPath(url: ImageKitUrl, path: string): string {
  return replace(url, url.assetPath.start, url.assetPath.end, path);
}

/**
 * The URL's text with another suffix token behind the asset's path, in the place of the last one.
 * @param token `ik-thumbnail.jpg`; `undefined` takes all of them away.
 */
export function setSuffix(url: ImageKitUrl, token: string | undefined): string {
  const { suffix, assetPath } = url;
  if (token === undefined) return replace(url, assetPath.end, (suffix ?? assetPath).end, '');
  return suffix
    ? replace(url, suffix.start, suffix.end, token)
    : replace(url, assetPath.end, assetPath.end, `/${token}`);
}

/** The URL's text under another endpoint. @param endpoint Without trailing slash. */
export function setEndpoint(url: ImageKitUrl, endpoint: string): string {
  return replace(url, url.endpoint.start, url.endpoint.end, endpoint);
}

function replace(url: ImageKitUrl, from: number, to: number, newText: string): string {
  return applyTextEdits(url.text, [{ start: from - url.start, end: to - url.start, newText }]);
}
