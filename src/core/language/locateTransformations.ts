import { isInLongLine } from '../text/longLines.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { parseImageKitUrl } from '../url/parseImageKitUrl.ts';
import { findImageKitStrings } from './findImageKitStrings.ts';
import { targetsOfUrl, unknownTargets } from './targets.ts';
import type { LocatedTransformation } from './transformationAt.ts';

/** A transformation of a document; `url` where it is part of one. */
export interface DocumentTransformation extends LocatedTransformation {
  readonly url?: ImageKitUrl;
}

/** All ImageKit URLs of a text, in its order, but for those in lines over 20,000 characters. */
export function locateUrls(text: string, endpoints: readonly string[]): ImageKitUrl[] {
  return findImageKitStrings(text, endpoints).flatMap(({ kind, start, end }) => {
    if (kind !== 'url' || isInLongLine(text, start)) return [];
    const url = parseImageKitUrl(text.slice(start, end), start, endpoints);
    return url ? [url] : [];
  });
}

/** All transformations of a text, in its order, but for those in lines over 20,000 characters. */
export function locateTransformations(
  text: string,
  endpoints: readonly string[],
): DocumentTransformation[] {
  return findImageKitStrings(text, endpoints).flatMap(
    ({ kind, start, end }): DocumentTransformation[] => {
      if (isInLongLine(text, start)) return [];
      const slice = text.slice(start, end);
      if (kind === 'transformation') {
        return [{ transformation: parseTransformation(slice, start), targets: unknownTargets }];
      }
      const url = parseImageKitUrl(slice, start, endpoints);
      if (!url?.transformation) return [];
      const { text: chain, start: at } = url.transformation;
      return [{ url, transformation: parseTransformation(chain, at), targets: targetsOfUrl(url) }];
    },
  );
}
