import { holeEnd } from '../text/holeEnd.ts';
import type { OffsetRange } from '../text/offsetRange.ts';
import type { StringSyntax } from '../text/stringSyntax.ts';

/** The value of a parameter that takes any text, as far as it is read. */
const openText = /(?:^|[/,:=])(?:i|ff|di|(?:[a-z]+-)?[a-z]+-prompt)-[^,:/?&]*$/;

/** What ends a URL, but is often not encoded in a text: `"l-text,i-It's new,l-end"`. */
const unencoded: ReadonlySet<string> = new Set(' "\'`’‘“”');

/** No text of a layer that is worth reading on for is longer. */
const longestText = 300;

/** No string reaches further. */
const longestString = 20_000;

/** Goes over what is no end of a string, whatever characters it has: holes and texts in quotes. */
export class TemplateReader {
  readonly holes: OffsetRange[] = [];
  readonly #text: string;
  readonly #from: number;
  readonly #syntax: StringSyntax;
  readonly #quote: string | undefined;
  #closing: number | undefined;

  /** @param quote The one that opened the string; without it no text goes on over white space. */
  constructor(text: string, from: number, syntax: StringSyntax, quote: string | undefined) {
    this.#text = text;
    this.#from = from;
    this.#syntax = syntax;
    this.#quote = quote;
  }

  /** @returns The offset behind what is at `index`, or `undefined` where its character decides. */
  pass(index: number): number | undefined {
    const end = holeEnd(this.#text, index, this.#syntax) ?? this.#escapeEnd(index);
    if (end !== undefined) this.holes.push({ start: index, end });
    return end ?? (this.#isFreeText(index) ? index + 1 : undefined);
  }

  /** What `\'` comes to is known to the language alone, as with a hole. */
  #escapeEnd(index: number): number | undefined {
    if (this.#text[index] !== '\\' || this.#quote === undefined) return undefined;
    return this.#text[index + 1] === this.#quote && this.#isInText(index) ? index + 2 : undefined;
  }

  #isFreeText(index: number): boolean {
    const character = this.#text[index] ?? '';
    return character !== this.#quote && unencoded.has(character) && this.#isInText(index);
  }

  #isInText(index: number): boolean {
    if (this.#quote === undefined || index > this.#closingQuote(index)) return false;
    return openText.test(this.#text.slice(Math.max(this.#from, index - longestText), index));
  }

  /** The last one of the line, in which any before it may be; -1 where there is none. */
  #closingQuote(from: number): number {
    if (this.#closing !== undefined) return this.#closing;
    const rest = this.#text.slice(from, from + longestString).split('\n', 1)[0] ?? '';
    const at = rest.lastIndexOf(this.#quote ?? '');
    return (this.#closing = at === -1 ? -1 : from + at);
  }
}
