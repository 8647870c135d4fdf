import { holeEnd } from '../text/interpolation.ts';
import { touches, type OffsetRange, type TextSlice } from '../text/offsetRange.ts';
import { looksLikeTransformation } from '../transformation/looksLikeTransformation.ts';
import { isTerminatorAt, longestUrl } from './urlBoundaries.ts';

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

const quotes: ReadonlySet<string> = new Set('"\'`');

/**
 * The transformation under a cursor that has no complete URL around it, raw and without its prefix:
 * - a quoted text that begins with it: `"tr:w-3|00"`, `"/tr:w-3|00/a.jpg"`
 * - behind a template's base: `` `${endpoint}/tr:w-3|00/a.jpg` ``, `{{ base }}/a.jpg?tr=w-3|00`
 * - in a path: `"/blog/a.jpg?tr=w-3|00"`, `![](/tr:w-3|00/a.jpg)`
 *
 * Without quotes it must look like one, as prose has `tr: table row`. A URL of another host is none.
 */
export function findBareTransformationAt(text: string, offset: number): TextSlice | undefined {
  for (const trigger of bareTriggers) {
    const found = findBackwards(text, offset, trigger);
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
): OffsetRange | undefined {
  const isOne =
    mayBegin(text, at, trigger) &&
    beginsLikeTransformation(text, at, trigger) &&
    placeOf(text, at, trigger) !== 'none';
  if (!isOne) return undefined;
  const found = chainBehind(text, at, trigger);
  // Documentation writes `tr:n-<name>`.
  return text.startsWith('-<', found.end - 1) ? undefined : found;
}

/** So far is looked ahead and back before it is known that there is one, which keeps it linear. */
const longestLook = { ahead: 100, back: 1000 } as const;

function beginsLikeTransformation(text: string, at: number, trigger: BareTrigger): boolean {
  const { start, end } = chainBehind(text, at, trigger, longestLook.ahead);
  return looksLikeTransformation(text.slice(start, end));
}

/** Triggers that are looked at: more than one where `tr:` is inside of a layer's text. */
const longestSearch = 8;

/** The nearest one before the cursor that reaches up to it. */
function findBackwards(
  text: string,
  offset: number,
  trigger: BareTrigger,
): OffsetRange | undefined {
  const from = Math.max(0, offset - longestUrl);
  const near = text.slice(from, offset);
  let at = near.lastIndexOf(trigger.prefix);
  for (let tries = 0; at !== -1 && tries < longestSearch; tries++) {
    const found = chainBehind(text, from + at, trigger);
    const place = touches(found, offset) ? placeOf(text, from + at, trigger) : 'none';
    const isClear =
      place === 'marked' || looksLikeTransformation(text.slice(found.start, found.end));
    if (place !== 'none' && isClear) return found;
    at = at === 0 ? -1 : near.lastIndexOf(trigger.prefix, at - 1);
  }
  return undefined;
}

function chainBehind(
  text: string,
  at: number,
  { prefix, ends }: BareTrigger,
  longest = longestUrl,
): OffsetRange {
  const start = at + prefix.length;
  const limit = Math.min(text.length, start + longest);
  let end = start;
  while (end < limit) {
    const behindHole = holeEnd(text, end);
    if (behindHole !== undefined) end = behindHole;
    else if (isTerminatorAt(text, end) || ends.includes(text[end] ?? '') || text[end] === ')')
      break;
    else end++;
  }
  return { start, end };
}

/** `marked`: in quotes or behind a hole, where whatever follows can be meant. */
type Place = 'marked' | 'open' | 'none';

/** A first look, as nearly all `tr:` are a part of `str:`. */
function mayBegin(text: string, at: number, { prefix, before }: BareTrigger): boolean {
  return at === 0 || isTerminatorAt(text, at - 1)
    ? prefix === 'tr:'
    : before.includes(text[at - 1] ?? '');
}

/** Judges by what stands between the trigger and the quote or white space before it. */
function placeOf(text: string, at: number, trigger: BareTrigger): Place {
  if (!mayBegin(text, at, trigger)) return 'none';
  const first = Math.max(0, at - longestLook.back);
  let begin = at;
  while (begin > first && !isTerminatorAt(text, begin - 1)) begin--;
  const word = text.slice(begin, at);
  if (word.length === longestLook.back || word.includes('://')) return 'none';
  const isQuoted = quotes.has(text[begin - 1] ?? '');
  const followsHole =
    /\}|%>|\?>|%s/.test(word) || (begin > 1 && /[?%]>$/.test(text.slice(begin - 2, begin)));
  return isQuoted || followsHole ? 'marked' : 'open';
}
