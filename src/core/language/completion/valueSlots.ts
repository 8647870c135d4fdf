import type {
  Pairs,
  ParameterDefinition,
  ValueKind,
} from '../../transformation/catalogue/parameterDefinition.ts';
import { acceptsValue } from '../../transformation/value/acceptsValue.ts';
import { splitPairs, type ValuePart } from '../../transformation/value/splitValue.ts';
import { partsOfValue } from '../../transformation/value/valueParts.ts';
import { touches, type OffsetRange, type TextSlice } from '../../text/offsetRange.ts';

/** A piece of a value at the cursor and what may stand there. */
export interface ValueSlot {
  readonly replace: OffsetRange;
  readonly kinds: readonly ValueKind[];
  /** What the pieces beside it are, which are not worth repeating: `b` in `tg-b_|`. */
  readonly siblings: readonly string[];
}

/** The name of a pair that may begin at the cursor: `from` in `e-gradient-ld-top_|`. */
export interface PairSlot {
  readonly replace: OffsetRange;
  readonly pairs: Pairs;
  /** Names that the value does not have yet. */
  readonly names: readonly string[];
}

/**
 * The pieces of a value that the cursor touches: all of `bg-re|d`, the second part of `b-5_re|d`,
 * one item of `tg-b_|`.
 */
export function valueSlotsAt(
  value: TextSlice,
  offset: number,
  definition: ParameterDefinition,
): readonly ValueSlot[] {
  const parts = partsOfValue(value.text, definition);
  return parts.flatMap((part, index): ValueSlot[] => {
    const start = value.start + part.start;
    const replace = { start, end: start + part.text.length };
    // `top_l|` has the form of two objects, but `top` is none.
    const isReached = parts.slice(0, index).every(isGood);
    if (!isReached || !touches(replace, offset)) return [];
    const siblings = parts.filter(({ name }) => name === 'item').map(({ text }) => text);
    return [{ replace, kinds: part.kinds, siblings }];
  });
}

function isGood({ text, kinds }: ValuePart): boolean {
  return acceptsValue(text, kinds);
}

/** The names that may begin at the cursor, for every structure of the value that has names. */
export function pairSlotsAt(
  value: TextSlice,
  offset: number,
  { values }: ParameterDefinition,
): readonly PairSlot[] {
  const cursor = offset - value.start;
  const start = value.text.lastIndexOf('_', cursor - 1) + 1;
  const name = /^[a-z]*/.exec(value.text.slice(start))?.[0] ?? '';
  if (cursor > start + name.length) return [];
  return values.flatMap((pairs): PairSlot[] => {
    if (pairs.kind !== 'pairs' || !endsPair(value.text.slice(0, start), pairs)) return [];
    const others = `${value.text.slice(0, start)}${value.text.slice(start + name.length)}`;
    const used = new Set(splitPairs(others, pairs)?.map((part) => part.name));
    const names = Object.keys(pairs.parts).filter((each) => !used.has(each));
    const replace = { start: value.start + start, end: value.start + start + name.length };
    return [{ replace, pairs, names }];
  });
}

/** Whether a new pair may follow: at the beginning, and behind the `_` of good pairs. */
function endsPair(before: string, pairs: Pairs): boolean {
  return before === '' || (splitPairs(before.slice(0, -1), pairs)?.every(isGood) ?? false);
}
