import type { TemplateSlice } from '../text/interpolation.ts';
import { touches, type OffsetRange } from '../text/offsetRange.ts';
import type { StringSyntax } from '../text/stringSyntax.ts';
import { looksLikeTransformation } from '../transformation/looksLikeTransformation.ts';
import { withOpenEnd, type FoundSpan } from './readImageKitUrl.ts';
import { TemplateReader } from './templateReader.ts';
import { isTerminatorAt, longestUrl, quoteAt } from './urlBoundaries.ts';

/** What a transformation without a URL begins with. */
export interface BareTrigger {
  readonly prefix: string;
  /** What ends it beside the end of a URL. */
  readonly ends: string;
  /** What may stand right before it, beside white space and quotes. */
  readonly before: string;
}

export const bareTriggers: readonly BareTrigger[] = [
  { prefix: 'tr:', ends: '/?#', before: '/([=,:' },
  { prefix: 'tr=', ends: '&#', before: '?&;' },
];

/**
 * The transformation under a cursor that has no complete URL around it, raw and without its prefix:
 * - a quoted text that begins with it: `"tr:w-3|00"`, `"/tr:w-3|00/a.jpg"`
 * - behind a template's base: `` `${endpoint}/tr:w-3|00/a.jpg` ``, `{{ base }}/a.jpg?tr=w-3|00`
 * - in a path: `"/blog/a.jpg?tr=w-3|00"`, `![](/tr:w-3|00/a.jpg)`
 *
 * Without quotes it must look like one, as prose has `tr: table row`. A URL of another host is none.
 */
export function findBareTransformationAt(
  text: string,
  offset: number,
  syntax: StringSyntax,
): TemplateSlice | undefined {
  for (const trigger of bareTriggers) {
    const found = findBackwards(text, offset, trigger, syntax);
    if (found) return { ...found, text: text.slice(found.start, found.end) };
  }
  return undefined;
}

/**
 * The transformation whose prefix stands at an offset, where it is one without doubt: it stands in
 * the place of one and looks like one.
 */
export function readBareTransformation(
  text: string,
  at: number,
  trigger: BareTrigger,
  syntax: StringSyntax,
): FoundSpan | undefined {
  if (!mayBegin(text, at, trigger)) return undefined;
  const begin = chainBehind(text, at, trigger, syntax, undefined, longestLook.ahead);
  const isClear = looksLikeTransformation(text.slice(begin.start, begin.end));
  if (!isClear && text[at - 2] !== '\\') return undefined;
  const place = placeOf(text, at, trigger);
  if (!place || (!isClear && !place.isInUrl)) return undefined;
  const found = chainBehind(text, at, trigger, syntax, place.quote);
  // Documentation writes `tr:n-<name>`.
  return text.startsWith('-<', found.end - 1) ? undefined : withOpenEnd(text, found, syntax);
}

/** So far is looked ahead and back before it is known that there is one, which keeps it linear. */
const longestLook = { ahead: 100, back: 1000 } as const;

/** Triggers that are looked at: more than one where `tr:` is inside of a layer's text. */
const longestSearch = 8;

/** The nearest one before the cursor that reaches up to it. */
function findBackwards(
  text: string,
  offset: number,
  trigger: BareTrigger,
  syntax: StringSyntax,
): FoundSpan | undefined {
  const from = Math.max(0, offset - longestUrl);
  const near = text.slice(from, offset);
  let at = near.lastIndexOf(trigger.prefix);
  for (let tries = 0; at !== -1 && tries < longestSearch; tries++) {
    const place = placeOf(text, from + at, trigger);
    const found = place && chainBehind(text, from + at, trigger, syntax, place.quote);
    if (found && touches(found, offset) && isMeant(text, found, place)) {
      return withOpenEnd(text, found, syntax);
    }
    at = at === 0 ? -1 : near.lastIndexOf(trigger.prefix, at - 1);
  }
  return undefined;
}

function isMeant(text: string, { start, end }: OffsetRange, { isMarked }: Place): boolean {
  const chain = text.slice(start, end);
  return isMarked || looksLikeTransformation(chain);
}

/** `$("tr:first-child")` selects rows of a table. */
const selectorCall =
  /(?:\$|jQuery|querySelector(?:All)?|closest|matches|find|is|not|has|filter|children|parents?|siblings|get)\(\s?$/;

function chainBehind(
  text: string,
  at: number,
  { prefix, ends }: BareTrigger,
  syntax: StringSyntax,
  quote: string | undefined,
  longest = longestUrl,
): FoundSpan {
  const start = at + prefix.length;
  const limit = Math.min(text.length, start + longest);
  const reader = new TemplateReader(text, start, syntax, quote);
  let end = start;
  while (end < limit) {
    const passed = reader.pass(end);
    const isEnd = isTerminatorAt(text, end) || `${ends})`.includes(text[end] ?? '');
    if (passed === undefined && isEnd) break;
    end = passed ?? end + 1;
  }
  return { start, end, holes: reader.holes };
}

/** What stands around a trigger. */
interface Place {
  /** In quotes or behind a hole, where whatever follows can be meant. */
  readonly isMarked: boolean;
  /** In a URL of ImageKit whose slashes are escaped, as some write JSON: `https:\\/\\/…`. */
  readonly isInUrl: boolean;
  readonly quote: string | undefined;
}

/** A first look, as nearly all `tr:` are a part of `str:`. */
function mayBegin(text: string, at: number, { prefix, before }: BareTrigger): boolean {
  return at === 0 || isTerminatorAt(text, at - 1)
    ? prefix === 'tr:'
    : before.includes(text[at - 1] ?? '');
}

/**
 * Judges by what stands between the trigger and the quote or white space before it.
 * @returns `undefined` where there can be no transformation.
 */
function placeOf(text: string, at: number, trigger: BareTrigger): Place | undefined {
  if (!mayBegin(text, at, trigger)) return undefined;
  const first = Math.max(0, at - longestLook.back);
  let begin = at;
  while (begin > first && !isBoundary(text, begin - 1)) begin--;
  const word = text.slice(begin, at);
  const isInUrl = word.startsWith(escapedUrl);
  const isOfOthers = !isInUrl && /:(?:\/|\\\/){2}/.test(word);
  if (word.length === longestLook.back || isOfOthers) return undefined;
  const quote = quoteAt(text, begin - 1);
  const followsHole =
    /\}|%>|\?>|%s/.test(word) || (begin > 1 && /[?%]>$/.test(text.slice(begin - 2, begin)));
  const isQuoted = quote !== undefined && !selectorCall.test(text.slice(0, begin - 1).slice(-30));
  return { isMarked: isQuoted || followsHole || isInUrl, isInUrl, quote };
}

const escapedUrl = String.raw`https:\/\/ik.imagekit.io\/`;

/** Not so at the backslash of `\\/`. */
function isBoundary(text: string, index: number): boolean {
  return isTerminatorAt(text, index) && !text.startsWith('\\/', index);
}
