import { withoutHoles, type TemplateSlice } from '../text/interpolation.ts';
import type { OffsetRange, TextSlice } from '../text/offsetRange.ts';
import { ParameterNode } from './parameterNode.ts';
import type { Parameter } from './tree.ts';

/** What a character may begin; a table, because every character of a text is looked up in it. */
const asciiSize = 128;
const plain = 0;
const separates = 1;
const hyphen = 2;
const encoded = 3;
const unusual = 4;
const classes = new Uint8Array(0x10000).fill(unusual);
for (let code = 0; code < asciiSize; code++) {
  if (/[\w.@]/.test(String.fromCharCode(code))) classes[code] = plain;
}
for (const character of ',:') classes[character.charCodeAt(0)] = separates;
classes['%'.charCodeAt(0)] = encoded;
classes['-'.charCodeAt(0)] = hyphen;

const colon = 0x3a;
const e = 0x65;

/**
 * Cuts a `tr` text at its separators into parameters, one at a time and without loss; blocks such
 * as layers are left to parse.ts.
 *
 * Percent-encoded separators separate only in a text that has no literal one: `tr=h-200%2Cw-200`
 * is how older SDKs print a query, while in `l-text,i-one%2Ctwo,l-end` the same bytes are text.
 */
export class ParameterScanner {
  readonly #text: string;
  /** The text with nothing in its holes. */
  readonly #shape: string;
  readonly #offset: number;
  readonly #holes: readonly OffsetRange[];
  #nextHole = 0;
  #index = 0;
  #leading = '';
  #isEncoded: boolean | undefined;

  constructor(slice: TemplateSlice) {
    this.#text = slice.text;
    this.#shape = withoutHoles(slice);
    this.#offset = slice.start;
    this.#holes = slice.holes;
  }

  /** The next parameter, which may be empty; `undefined` behind the last. */
  next(): Parameter | undefined {
    const text = this.#shape;
    const begin = this.#index;
    if (begin > text.length) return undefined;
    let keyEnd = -1;
    let separator = '';
    let isPlain = true;
    let index = begin;
    for (; index < text.length; index++) {
      const code = text.charCodeAt(index);
      const kind = classes[code];
      if (kind === plain) continue;
      if (kind === separates) {
        separator = code === colon ? ':' : ',';
        break;
      }
      if (kind === hyphen) {
        if (keyEnd === -1 && !isEffectPrefix(text, begin, index)) keyEnd = index;
      } else if (kind === encoded && this.#isEncodedSeparator(index)) {
        separator = text.slice(index, index + 3);
        break;
      } else isPlain &&= text.startsWith('%20', index);
    }
    const end = keyEnd === -1 ? index : keyEnd;
    const leading = this.#leading;
    this.#leading = separator;
    this.#index = separator === '' ? text.length + 1 : index + separator.length;
    const holes = this.#holes.length === 0 ? undefined : this.#holesUpTo(index);
    return new ParameterNode(this.#text, this.#offset, begin, end, index, leading, isPlain, holes);
  }

  #holesUpTo(index: number): TextSlice[] | undefined {
    let holes: TextSlice[] | undefined;
    for (;;) {
      const hole = this.#holes[this.#nextHole];
      if (!hole || hole.end > this.#offset + index) return holes;
      const { start, end } = hole;
      const text = this.#text.slice(start - this.#offset, end - this.#offset);
      (holes ??= []).push({ text, start, end });
      this.#nextHole++;
    }
  }

  #isEncodedSeparator(index: number): boolean {
    if (!isEncodedSeparator(this.#shape, index)) return false;
    return (this.#isEncoded ??= !hasLiteralSeparator(this.#shape));
  }
}

/** Whether a separator begins a new step of the chain. */
export function startsStep({ leading }: Parameter): boolean {
  return leading === ':' || (leading.length === 3 && leading.toLowerCase() === '%3a');
}

/** The hyphen of an effect belongs to its key: `e-usm` in `e-usm-2-2`. */
function isEffectPrefix(text: string, begin: number, index: number): boolean {
  return index === begin + 1 && text.charCodeAt(begin) === e;
}

/** `%2C` or `%3A`; setting the bit 0x20 makes a letter small. */
function isEncodedSeparator(text: string, index: number): boolean {
  if (text.charCodeAt(index) !== 0x25) return false;
  const digit = text.charCodeAt(index + 1);
  const letter = text.charCodeAt(index + 2) | 0x20;
  return (digit === 0x32 && letter === 0x63) || (digit === 0x33 && letter === 0x61);
}

/**
 * Whether a text has a comma or colon, so that `%2C` and `%3A` are no separators in it.
 * @param text See `withoutHoles`: what is in a hole separates nothing.
 */
export function hasLiteralSeparator(text: string): boolean {
  return /[,:]/.test(text);
}
