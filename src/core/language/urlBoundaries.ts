import type { OffsetRange } from '../text/offsetRange.ts';
import type { StringSyntax } from '../text/stringSyntax.ts';
import { TemplateReader } from './templateReader.ts';

/** No URL is longer, and nothing further away from a cursor is looked at. */
export const longestUrl = 20_000;

/**
 * What no URL holds unencoded: white space, control characters, the quotes and brackets that hosts
 * put around it, and the punctuation of languages that write none of it into URLs.
 */
const terminator =
  /[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069"'`<>\\^|“”‘’«»「」『』【】《》（），。、；：！？]/u;

/** Quotes and brackets as HTML and XML write them inside of an attribute. */
const encodedQuote = /&(?:quot|apos|lt|gt|nbsp|#0*3[49]|#x0*2[27]);/iy;

const closingBrackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const openingBrackets: ReadonlySet<string> = new Set(Object.values(closingBrackets));

const sentenceEnds: ReadonlySet<string> = new Set('.,;:!?…*~');

/** What an ASCII character, as nearly all are, means to a URL; all others are looked at closely. */
const plain = 0;
const ends = 1;
const special = 2;
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  // A hole may begin with a terminator: `<?= … ?>`.
  if ('&%$#@<()[]{}\\'.includes(character)) return special;
  return terminator.test(character) ? ends : plain;
});

export function isTerminatorAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128 && classes[code] !== special) return classes[code] === ends;
  return terminator.test(text[index] ?? '');
}

/** How far a text reaches, and what a template fills in of it. */
export interface Extent {
  readonly end: number;
  readonly holes: readonly OffsetRange[];
}

/**
 * Where a URL ends that goes on at `from`. Interpolation holes are jumped over with all that is in
 * them; a closing bracket ends the URL unless it was opened inside of it, as in CSS `url(…)` and
 * Markdown `[…](…)`.
 * @param quote What stands before the URL, where that is a quote.
 */
export function extentOfUrl(
  text: string,
  from: number,
  syntax: StringSyntax,
  quote: string | undefined,
  longest = longestUrl,
): Extent {
  const limit = Math.min(text.length, from + longest);
  const reader = new TemplateReader(text, from, syntax, quote);
  const opened: string[] = [];
  let index = from;
  while (index < limit) {
    const kind = classes[text.charCodeAt(index)] ?? special;
    if (kind === plain) {
      index++;
      continue;
    }
    const passed = reader.pass(index);
    if (passed !== undefined) {
      index = passed;
      continue;
    }
    const character = text[index] ?? '';
    if (isTerminatorAt(text, index) || (character === '&' && isEncodedQuote(text, index))) break;
    const opening = closingBrackets[character];
    if (opening !== undefined && opened.pop() !== opening) break;
    if (openingBrackets.has(character)) opened.push(character);
    index++;
  }
  return { end: index, holes: reader.holes };
}

const quotes: ReadonlySet<string> = new Set('"\'`');

/** The quote at an offset, if there is one. */
export function quoteAt(text: string, index: number): string | undefined {
  const character = text[index] ?? '';
  return quotes.has(character) ? character : undefined;
}

/** Punctuation at the end is that of the sentence around the URL: `See https://….jpg.` */
export function withoutSentenceEnd(url: string): string {
  let end = url.length;
  while (end > 0 && sentenceEnds.has(url[end - 1] ?? '')) end--;
  return url.slice(0, end);
}

function isEncodedQuote(text: string, index: number): boolean {
  encodedQuote.lastIndex = index;
  return encodedQuote.test(text);
}
