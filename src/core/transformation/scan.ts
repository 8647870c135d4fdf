import { holeEnd } from '../text/interpolation.ts';
import type { TextSlice } from '../text/offsetRange.ts';

export interface ScannedParameter extends TextSlice {
  /** The separator before it, `` for the first. */
  readonly leading: string;
  /** Whether the separator before it begins a new step of the chain. */
  readonly startsStep: boolean;
  /** Interpolation holes in it; a separator inside of one does not separate. */
  readonly holes: readonly TextSlice[];
}

const encodedComma = '%2c';
const encodedColon = '%3a';

/**
 * Cuts a `tr` text at its separators, in one pass and without loss.
 *
 * Percent-encoded separators separate only in a text that has no literal one: `tr=h-200%2Cw-200`
 * is how older SDKs print a query, while in `l-text,i-one%2Ctwo,l-end` the same bytes are text.
 */
export function* scanParameters(text: string, start: number): Generator<ScannedParameter> {
  const isEncoded = !hasLiteralSeparator(text);
  let begin = 0;
  let leading = '';
  let holes: TextSlice[] = [];
  let index = 0;

  const slice = (from: number, to: number): TextSlice => ({
    text: text.slice(from, to),
    start: start + from,
    end: start + to,
  });
  const cut = (end: number): ScannedParameter => ({
    ...slice(begin, end),
    leading,
    startsStep: leading === ':' || leading.toLowerCase() === encodedColon,
    holes,
  });

  while (index < text.length) {
    const behindHole = holeEnd(text, index);
    if (behindHole !== undefined) {
      holes.push(slice(index, behindHole));
      index = behindHole;
      continue;
    }
    const length = separatorLength(text, index, isEncoded);
    if (length === 0) {
      index++;
      continue;
    }
    yield cut(index);
    leading = text.slice(index, index + length);
    index += length;
    begin = index;
    holes = [];
  }
  yield cut(text.length);
}

function separatorLength(text: string, index: number, isEncoded: boolean): number {
  const character = text[index];
  if (character === ',' || character === ':') return 1;
  if (!isEncoded || character !== '%') return 0;
  const encoded = text.slice(index, index + 3).toLowerCase();
  return encoded === encodedComma || encoded === encodedColon ? 3 : 0;
}

function hasLiteralSeparator(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const behindHole = holeEnd(text, index);
    if (behindHole !== undefined) index = behindHole - 1;
    else if (text[index] === ',' || text[index] === ':') return true;
  }
  return false;
}
