import type { TemplateSlice } from '../text/interpolation.ts';
import type { OffsetRange, TextSlice } from '../text/offsetRange.ts';

/** Where a URL carries its transformation: `/tr:…/` in the path or `?tr=…` in the query. */
export type TransformationPosition = 'path' | 'query';

/** The raw chain of a URL (without the `tr:` prefix or the `tr=` name), not decoded. */
export interface UrlTransformation extends TemplateSlice {
  readonly position: TransformationPosition;
}

/** One `name=value` of the query, both raw. `value` is absent where there is no `=`. */
export interface UrlQueryParameter extends OffsetRange {
  readonly name: TextSlice;
  readonly value?: TextSlice;
}

/**
 * A URL under one of the known URL endpoints, cut into its parts.
 * Every part is the raw text with offsets into the text it was found in; nothing is decoded, so
 * that the parts in order are the URL again.
 * Source: https://imagekit.io/docs/transformations
 */
export interface ImageKitUrl extends TemplateSlice {
  /** The endpoint without a trailing slash: `https://ik.imagekit.io/demo`. */
  readonly endpoint: TextSlice;
  /** The first transformation found; path wins over query, as a URL should carry only one. */
  readonly transformation?: UrlTransformation;
  /** A prefix token before the asset's path, without slash: `ik-seo`, `ik-genimg-prompt-a%20cat`. */
  readonly prefix?: TextSlice;
  /** The asset's path with its leading slash and without path tokens: `/blog/a.jpg`. */
  readonly assetPath: TextSlice;
  /** The last suffix token behind the asset path, without slash: `ik-thumbnail.jpg`. */
  readonly suffix?: TextSlice;
  readonly query: readonly UrlQueryParameter[];
}
