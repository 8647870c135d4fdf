import { isInLongLine } from '../text/longLines.ts';
import { touches, type OffsetRange } from '../text/offsetRange.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import type { DocumentTraits } from './documentTraits.ts';
import { findImageKitUrlAt } from './findImageKitUrls.ts';

/** A URL whose slashes are escaped, as some write JSON: `"https:\/\/ik.imagekit.io\/demo\/a.jpg"`. */
export interface EscapedUrl extends OffsetRange {
  /** What it means; its offsets count from its own beginning, without the backslashes. */
  readonly url: ImageKitUrl;
}

const trigger = String.raw`:\/\/`;

const escapedUrl = /https?:\\\/\\\/(?:\\\/|[^\\\s"'`<>])+/gi;

/** All of a text, in its order, but for those in lines over 20,000 characters. */
export function findEscapedUrls(
  text: string,
  endpoints: readonly string[],
  traits: DocumentTraits = {},
): EscapedUrl[] {
  if (!text.includes(trigger)) return [];
  return [...text.matchAll(escapedUrl)].flatMap(({ 0: written, index: start }) => {
    if (isInLongLine(text, start)) return [];
    const url = findImageKitUrlAt(unescaped(written), 0, endpoints, traits);
    return url ? [{ url, start, end: start + written.length }] : [];
  });
}

/** The one that a cursor touches, and where in the URL the cursor is. */
export function findEscapedUrlAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
  traits: DocumentTraits = {},
): (EscapedUrl & { readonly offset: number }) | undefined {
  const found = findEscapedUrls(text, endpoints, traits).find((each) => touches(each, offset));
  return found && { ...found, offset: unescaped(text.slice(found.start, offset)).length };
}

function unescaped(text: string): string {
  return text.replaceAll('\\/', '/');
}
