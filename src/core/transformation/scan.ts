import { holeEnd } from '../text/interpolation.ts';
import type { TextSlice } from '../text/offsetRange.ts';
import { ParameterNode } from './parameterNode.ts';
import type { Parameter } from './tree.ts';

const comma = 0x2c;
const colon = 0x3a;
const hyphen = 0x2d;
const e = 0x65;

/**
 * Cuts a `tr` text at its separators into parameters, in one pass and without loss; blocks such as
 * layers are left to parse.ts.
 *
 * Percent-encoded separators separate only in a text that has no literal one: `tr=h-200%2Cw-200`
 * is how older SDKs print a query, while in `l-text,i-one%2Ctwo,l-end` the same bytes are text.
 * @param start Offset of the text in its document.
 */
export function scanParameters(text: string, start: number): Parameter[] {
  const parameters: Parameter[] = [];
  let begin = 0;
  let keyEnd = -1;
  let leading = '';
  let holes: TextSlice[] | undefined;
  let isEncoded: boolean | undefined;
  let index = 0;

  while (index < text.length) {
    let separator = '';
    switch (text.charCodeAt(index)) {
      case comma:
        separator = ',';
        break;
      case colon:
        separator = ':';
        break;
      case hyphen:
        if (keyEnd === -1 && !isEffectPrefix(text, begin, index)) keyEnd = index;
        break;
      case 0x25: // %
      case 0x24: // $
      case 0x23: // #
      case 0x7b: // {
      case 0x3c: {
        // <
        const behindHole = holeEnd(text, index);
        if (behindHole !== undefined) {
          (holes ??= []).push({
            text: text.slice(index, behindHole),
            start: start + index,
            end: start + behindHole,
          });
          index = behindHole;
          continue;
        }
        if (isEncodedSeparator(text, index)) {
          isEncoded ??= !hasLiteralSeparator(text);
          if (isEncoded) separator = text.slice(index, index + 3);
        }
        break;
      }
      default:
    }
    if (separator === '') {
      index++;
      continue;
    }
    parameters.push(
      new ParameterNode(text, start, begin, keyEnd === -1 ? index : keyEnd, index, leading, holes),
    );
    leading = separator;
    index += separator.length;
    begin = index;
    keyEnd = -1;
    holes = undefined;
  }
  parameters.push(
    new ParameterNode(text, start, begin, keyEnd === -1 ? index : keyEnd, index, leading, holes),
  );
  return parameters;
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
  const digit = text.charCodeAt(index + 1);
  const letter = text.charCodeAt(index + 2) | 0x20;
  return (digit === 0x32 && letter === 0x63) || (digit === 0x33 && letter === 0x61);
}

/** Whether a text has a comma or colon, so that `%2C` and `%3A` are no separators in it. */
export function hasLiteralSeparator(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const behindHole = holeEnd(text, index);
    if (behindHole !== undefined) index = behindHole - 1;
    else if (text[index] === ',' || text[index] === ':') return true;
  }
  return false;
}
