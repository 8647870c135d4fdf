import type { TemplateSlice } from '../text/interpolation.ts';
import { touches } from '../text/offsetRange.ts';
import type { StringSyntax } from '../text/stringSyntax.ts';
import { looksLikeTransformation } from '../transformation/looksLikeTransformation.ts';
import { withOpenEnd, type FoundSpan } from './readImageKitUrl.ts';
import { TemplateReader } from './templateReader.ts';
import { isTerminatorAt, longestUrl } from './urlBoundaries.ts';

/**
 * How languages give a string to a name: `raw: "…"`, `'raw' => '…'`, `raw="…"`, `raw={'…'}`,
 * `.raw("…")`, `Raw: imagekit.String("…")`, `.put("raw", "…")`, `["raw"] = "…"`, `"raw" to "…"`.
 */
const assignment =
  /(?:raw|transformation)(?:["']\]?)?\s{0,20}(?:=>|[:=(]|(?<=["']\s{0,20})(?:,|to\b))\s{0,20}\{?\s{0,20}(?:[\w.]{1,60}\(\s{0,20})?[fFbBrRuU$@]{0,2}["'`]/iy;

/** What every such name has in it, however it is capitalised. */
export const valueTriggers = ['raw', 'Raw', 'ransformation'] as const;

/**
 * The string that is a transformation by its place, without its quotes: the SDKs' `raw` and
 * `transformation`.
 * @param at Where one of the triggers was found.
 */
export function readTransformationValue(
  text: string,
  at: number,
  syntax: StringSyntax,
): FoundSpan | undefined {
  const found = readValue(text, at, syntax);
  return found && looksLikeTransformation(text.slice(found.start, found.end)) ? found : undefined;
}

/**
 * The same under a cursor, also while it is empty or looks like nothing yet: `raw: "|"`. The text
 * has to speak of ImageKit.
 */
export function findTransformationValueAt(
  text: string,
  offset: number,
  syntax: StringSyntax,
): TemplateSlice | undefined {
  const from = Math.max(0, offset - longestUrl);
  const before = text.slice(from, offset);
  for (const trigger of valueTriggers) {
    const at = before.lastIndexOf(trigger);
    const found = at === -1 ? undefined : readValue(text, from + at, syntax);
    if (found && touches(found, offset)) {
      return { ...found, text: text.slice(found.start, found.end) };
    }
  }
  return undefined;
}

function readValue(text: string, at: number, syntax: StringSyntax): FoundSpan | undefined {
  const name = text.startsWith('ransformation', at) ? at - 1 : at;
  if (/[\w$]/.test(text[name - 1] ?? '')) return undefined;
  assignment.lastIndex = name;
  if (!assignment.test(text)) return undefined;
  const start = assignment.lastIndex;
  const quote = text[start - 1];
  const limit = Math.min(text.length, start + longestUrl);
  const reader = new TemplateReader(text, start, syntax, quote);
  let end = start;
  while (end < limit && text[end] !== quote) {
    const passed = reader.pass(end);
    if (passed === undefined && isTerminatorAt(text, end)) return undefined;
    end = passed ?? end + 1;
  }
  if (end >= limit) return undefined;
  return withOpenEnd(text, { start, end, holes: reader.holes }, syntax);
}
