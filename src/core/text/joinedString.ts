import type { OffsetRange } from './offsetRange.ts';
import type { StringSyntax } from './stringSyntax.ts';

const quotes: ReadonlySet<string> = new Set('"\'`');

/** Calls that put their arguments together: `concat("…", name)`, `path.join("…", name)`. */
const joiningCall = /(?:concat\w*|paste0?|\w*join|sprint|str_c)\s?\([^()]{0,200}$/i;

/** `["…", name].join("")` */
const joinedList = /^\s{0,99},[^\][]{0,300}\]\s{0,99}\.\s?join\(/i;

/** So far is looked back for the call that a string is an argument of. */
const longestCall = 220;

/**
 * Whether a string ends with its closing quote only to go on behind it: `'…/tr:w-' + width`. What it
 * comes to nobody knows then.
 * @param piece A piece of the string, up to where its closing quote should be.
 */
export function isJoined(text: string, { start, end }: OffsetRange, syntax: StringSyntax): boolean {
  const quote = text[end] ?? '';
  if (!quotes.has(quote)) return false;
  const behind = text.startsWith(quote.repeat(3), end) ? end + 3 : end + 1;
  syntax.goesOn.lastIndex = behind;
  if (syntax.goesOn.test(text)) return true;
  const next = text.slice(behind, behind + 1000);
  if (!/^\s{0,99},/.test(next)) return false;
  return (
    joinedList.test(next) || joiningCall.test(text.slice(Math.max(0, start - longestCall), start))
  );
}
