import type { TemplateSlice } from '../text/interpolation.ts';
import { isInLongLine } from '../text/longLines.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { parseImageKitUrl } from '../url/parseImageKitUrl.ts';
import type { DocumentTraits } from './documentTraits.ts';
import { findImageKitStrings, sliceOf, type ImageKitString } from './findImageKitStrings.ts';
import { targetsOfUrl, unknownTargets } from './targets.ts';
import type { LocatedTransformation } from './transformationAt.ts';

/** A transformation of a document; `url` where it is part of one. */
export interface DocumentTransformation extends LocatedTransformation {
  readonly url?: ImageKitUrl;
}

/** All ImageKit URLs of a text, in its order, but for those in lines over 20,000 characters. */
export function locateUrls(
  text: string,
  endpoints: readonly string[],
  traits: DocumentTraits = {},
): ImageKitUrl[] {
  return findImageKitStrings(text, endpoints, traits).flatMap((string) => {
    if (string.kind !== 'url' || isInLongLine(text, string.start)) return [];
    const slice = sliceOf(text, string);
    const url = parseImageKitUrl(slice.text, slice.start, endpoints, slice.holes);
    return url ? [url] : [];
  });
}

/** All transformations of a text, in its order, but for those in lines over 20,000 characters. */
export function locateTransformations(
  text: string,
  endpoints: readonly string[],
  traits: DocumentTraits = {},
): DocumentTransformation[] {
  return findImageKitStrings(text, endpoints, traits).flatMap(
    (string): DocumentTransformation[] => {
      if (isInLongLine(text, string.start)) return [];
      const found = readString(string.kind, sliceOf(text, string), endpoints);
      return found ? [found] : [];
    },
  );
}

/**
 * What stands in a string that was found.
 * @returns `undefined` for a URL without transformation.
 */
export function readString(
  kind: ImageKitString['kind'],
  slice: TemplateSlice,
  endpoints: readonly string[],
): DocumentTransformation | undefined {
  if (kind === 'transformation') {
    return { transformation: parseTransformation(slice), targets: unknownTargets };
  }
  const url = parseImageKitUrl(slice.text, slice.start, endpoints, slice.holes);
  return (
    url?.transformation && {
      url,
      transformation: parseTransformation(url.transformation),
      targets: targetsOfUrl(url),
    }
  );
}
