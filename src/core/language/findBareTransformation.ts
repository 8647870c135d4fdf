import { holeEnd } from '../text/interpolation.ts';
import { touches, type TextSlice } from '../text/offsetRange.ts';
import { isTerminator, longestUrl } from './urlBoundaries.ts';

/** What a transformation begins with, and what ends it beside the end of a URL. */
const triggers = [
  { prefix: 'tr:', ends: '/?#' },
  { prefix: 'tr=', ends: '&#' },
] as const;

type Trigger = (typeof triggers)[number];

const quotes: ReadonlySet<string> = new Set('"\'`');

/**
 * The transformation under a cursor that has no complete URL around it, raw and without its prefix:
 * - a quoted text that begins with it: `"tr:w-3|00"`, `"/tr:w-3|00/a.jpg"`
 * - behind a template's base: `` `${endpoint}/tr:w-3|00/a.jpg` ``, `{{ base }}/a.jpg?tr=w-3|00`
 * - in a quoted path: `"/blog/a.jpg?tr=w-3|00"`
 *
 * A URL of another host is none, and neither is prose such as `tr: table row`.
 */
export function findBareTransformationAt(text: string, offset: number): TextSlice | undefined {
  const from = Math.max(0, offset - longestUrl);
  const near = text.slice(from, offset + longestUrl);
  for (const trigger of triggers) {
    const found = findBackwards(near, offset - from, trigger);
    if (!found) continue;
    return { ...found, start: found.start + from, end: found.end + from };
  }
  return undefined;
}

/** The nearest one before the cursor that reaches up to it. */
function findBackwards(text: string, offset: number, trigger: Trigger): TextSlice | undefined {
  let at = text.lastIndexOf(trigger.prefix, offset - trigger.prefix.length);
  for (let tries = 0; at !== -1 && tries < longestSearch; tries++) {
    const start = at + trigger.prefix.length;
    const end = endOfChain(text, start, trigger.ends);
    if (touches({ start, end }, offset) && isInPlace(text, at, trigger)) {
      return { text: text.slice(start, end), start, end };
    }
    at = at === 0 ? -1 : text.lastIndexOf(trigger.prefix, at - 1);
  }
  return undefined;
}

/** Triggers that are looked at: more than one where `tr:` is inside of a layer's text. */
const longestSearch = 8;

function endOfChain(text: string, from: number, ends: string): number {
  let index = from;
  while (index < text.length) {
    const character = text[index] ?? '';
    const behindHole = holeEnd(text, index);
    if (behindHole !== undefined) index = behindHole;
    else if (isTerminator(character) || ends.includes(character) || character === ')') break;
    else index++;
  }
  return index;
}

/** Judges by what stands between the trigger and the quote or white space before it. */
function isInPlace(text: string, at: number, { prefix }: Trigger): boolean {
  let begin = at;
  while (begin > 0 && !isTerminator(text[begin - 1] ?? '')) begin--;
  const before = text.slice(begin, at);
  if (before.includes('://')) return false;
  const isQuoted = quotes.has(text[begin - 1] ?? '');
  const followsHole = /(?:\}|%>|\?>|%s)/.test(before) || /[?%]>$/.test(text.slice(0, begin));
  if (prefix === 'tr=') return /(?:[?&]|&amp;)$/.test(before) && (isQuoted || followsHole);
  return isQuoted ? /^(?:|.*\/)$/.test(before) : followsHole && before.endsWith('/');
}
