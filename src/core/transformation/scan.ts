import { holeEnd } from '../text/interpolation.ts';
import type { TextSlice } from '../text/offsetRange.ts';
import { findParameter } from './catalogue/catalogue.ts';
import type { Parameter } from './tree.ts';

const effectPrefix = 'e-';
const noHoles: readonly TextSlice[] = [];

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
  let keyEnd: number | undefined;
  let leading = '';
  let holes: TextSlice[] | undefined;
  let isEncoded: boolean | undefined;
  let index = 0;

  while (index < text.length) {
    const character = text[index];
    let separator = 0;
    switch (character) {
      case ',':
      case ':':
        separator = 1;
        break;
      case '-':
        if (keyEnd === undefined && !isEffectPrefix(text, begin, index)) keyEnd = index;
        break;
      case '%':
      case '$':
      case '#':
      case '{':
      case '<': {
        const behindHole = holeEnd(text, index);
        if (behindHole !== undefined) {
          (holes ??= []).push(slice(text, start, index, behindHole));
          index = behindHole;
          continue;
        }
        if (isEncodedSeparator(text, index)) {
          isEncoded ??= !hasLiteralSeparator(text);
          separator = isEncoded ? 3 : 0;
        }
        break;
      }
      default:
    }
    if (separator === 0) {
      index++;
      continue;
    }
    parameters.push(parameterOf(text, start, begin, keyEnd, index, leading, holes));
    leading = text.slice(index, index + separator);
    index += separator;
    begin = index;
    keyEnd = undefined;
    holes = undefined;
  }
  parameters.push(parameterOf(text, start, begin, keyEnd, index, leading, holes));
  return parameters;
}

/** Whether a separator begins a new step of the chain. */
export function startsStep({ leading }: Parameter): boolean {
  return leading === ':' || (leading.length === 3 && leading.toLowerCase() === '%3a');
}

/** The hyphen of an effect belongs to its key: `e-usm` in `e-usm-2-2`. */
function isEffectPrefix(text: string, begin: number, hyphen: number): boolean {
  return hyphen === begin + effectPrefix.length - 1 && text.startsWith(effectPrefix, begin);
}

function isEncodedSeparator(text: string, index: number): boolean {
  return /^%(?:2c|3a)$/i.test(text.slice(index, index + 3));
}

function hasLiteralSeparator(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const behindHole = holeEnd(text, index);
    if (behindHole !== undefined) index = behindHole - 1;
    else if (text[index] === ',' || text[index] === ':') return true;
  }
  return false;
}

/** @param keyEnd Where its first hyphen is, if it has one. */
function parameterOf(
  text: string,
  start: number,
  begin: number,
  keyEnd: number | undefined,
  end: number,
  leading: string,
  holes: readonly TextSlice[] = noHoles,
): Parameter {
  const key = slice(text, start, begin, keyEnd ?? end);
  return {
    kind: 'parameter',
    leading,
    start: start + begin,
    end: start + end,
    key,
    value: keyEnd === undefined ? undefined : slice(text, start, keyEnd + 1, end),
    definition: findParameter(key.text),
    holes,
  };
}

function slice(text: string, start: number, from: number, to: number): TextSlice {
  return { text: text.slice(from, to), start: start + from, end: start + to };
}
