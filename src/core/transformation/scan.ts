import { withoutHoles, type TemplateSlice } from '../text/interpolation.ts';
import type { TextSlice } from '../text/offsetRange.ts';
import { ParameterNode } from './parameterNode.ts';
import type { Parameter } from './tree.ts';

/** What a character may begin; a table, because every character of a text is looked up in it. */
const asciiSize = 128;
const plain = 0;
const separates = 1;
const hyphen = 2;
const encoded = 3;
const unusual = 4;
/** Stands for a character behind the last one. */
const endOfText = 0x10000;
const classes = new Uint8Array(endOfText + 1).fill(unusual);
for (let code = 0; code < asciiSize; code++) {
  if (/[\w.@]/.test(String.fromCharCode(code))) classes[code] = plain;
}
for (const character of ',:') classes[character.charCodeAt(0)] = separates;
classes[endOfText] = separates;
classes['%'.charCodeAt(0)] = encoded;
classes['-'.charCodeAt(0)] = hyphen;

const colon = 0x3a;
const e = 0x65;

/**
 * Cuts a `tr` text at its separators into parameters, without loss; blocks such as layers are left to
 * parse.ts. A text has one at least, which may be empty.
 *
 * Percent-encoded separators separate only in a text that has no literal one: `tr=h-200%2Cw-200`
 * is how older SDKs print a query, while in `l-text,i-one%2Ctwo,l-end` the same bytes are text.
 * @param most No more than these are cut off.
 */
export function scanParameters(slice: TemplateSlice, most = Infinity): Parameter[] {
  /** The text with nothing in its holes. */
  const shape = withoutHoles(slice);
  const holes = slice.holes.length === 0 ? undefined : new Holes(slice);
  const parameters: Parameter[] = [];
  let isEncoded: boolean | undefined;
  let leading = '';
  let begin = 0;
  let keyEnd = -1;
  let isPlain = true;
  for (let index = 0; ; index++) {
    const code = index < shape.length ? shape.charCodeAt(index) : endOfText;
    const kind = classes[code];
    if (kind === plain) continue;
    if (kind === hyphen) {
      if (keyEnd === -1 && !isEffectPrefix(shape, begin, index)) keyEnd = index;
      continue;
    }
    let separator = code === colon ? ':' : ',';
    if (kind !== separates) {
      const mayEnd = kind === encoded && isEncodedSeparator(shape, index);
      if (!mayEnd || !(isEncoded ??= !hasLiteralSeparator(shape))) {
        isPlain &&= shape.startsWith('%20', index);
        continue;
      }
      separator = shape.slice(index, index + 3);
    }
    parameters.push(
      new ParameterNode(
        slice,
        begin,
        keyEnd === -1 ? index : keyEnd,
        index,
        leading,
        isPlain,
        holes?.upTo(index),
      ),
    );
    if (code === endOfText || parameters.length === most) return parameters;
    leading = separator;
    begin = index + separator.length;
    index = begin - 1;
    keyEnd = -1;
    isPlain = true;
  }
}

/** The holes of a text, one parameter after the other. */
class Holes {
  readonly #slice: TemplateSlice;
  #next = 0;

  constructor(slice: TemplateSlice) {
    this.#slice = slice;
  }

  /** Those that were not asked for yet and end at an index of the text, or before. */
  upTo(index: number): TextSlice[] | undefined {
    const { text, start: offset, holes } = this.#slice;
    let found: TextSlice[] | undefined;
    for (;;) {
      const hole = holes[this.#next];
      if (!hole || hole.end > offset + index) return found;
      const { start, end } = hole;
      (found ??= []).push({ text: text.slice(start - offset, end - offset), start, end });
      this.#next++;
    }
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
