import { stringSyntaxOf } from '../text/stringSyntax.ts';
import type { UrlReading } from './readImageKitUrl.ts';
import { mentionsImageKit } from './triggers.ts';

/** What of a document as a whole decides how a part of it is read. */
export interface DocumentTraits {
  /** VS Code's identifier of its language; absent: whatever language. */
  readonly languageId?: string;
  /**
   * Whether it speaks of ImageKit, so that the names of the SDKs' fields mean something. Absent: as
   * far as the given text does.
   */
  readonly mentionsImageKit?: boolean;
}

/** The same with everything decided. */
export interface Reading extends UrlReading {
  readonly mentionsImageKit: boolean;
}

/** @param endpoints URL endpoints beside ImageKit's own hosts. */
export function readingOf(
  text: string,
  endpoints: readonly string[],
  { languageId, mentionsImageKit: isMentioned = mentionsImageKit(text) }: DocumentTraits,
): Reading {
  return { endpoints, syntax: stringSyntaxOf(languageId), mentionsImageKit: isMentioned };
}
