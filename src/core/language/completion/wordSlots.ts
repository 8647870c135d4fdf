import type { Unit, ValueKind } from '../../transformation/catalogue/parameterDefinition.ts';
import {
  conditionConnectives,
  conditionOperators,
  conditionProperties,
  findConditionProblem,
} from '../../transformation/value/condition.ts';
import { operators, scanExpression, variables } from '../../transformation/value/expression.ts';
import { touches, type OffsetRange, type TextSlice } from '../../text/offsetRange.ts';

/** What a word of an expression or a condition may be, at the cursor. */
export interface WordSlot {
  readonly replace: OffsetRange;
  /** Each with its meaning. */
  readonly words: ReadonlyMap<string, string>;
  /** Whether another word has to follow. */
  readonly isOpen: boolean;
}

/** Where the expression stands, which decides the variables that mean something. */
export interface Surroundings {
  readonly isInLayer: boolean;
  /** Whether the thing is an asset with a size of its own: no text and no solid block. */
  readonly isAsset: boolean;
}

/** @param value A value that may be arithmetic such as `iw_div_2`. */
export function expressionSlotAt(
  value: TextSlice,
  offset: number,
  kinds: readonly ValueKind[],
  surroundings: Surroundings,
): WordSlot | undefined {
  if (!kinds.some(({ kind }) => kind === 'expression')) return undefined;
  const tokens = scanExpression(value.text);
  const index = tokens.findIndex((token) => touches(rangeOf(token, value), offset));
  const token = tokens[index];
  const isReached = tokens
    .slice(0, index)
    .every(({ kind }, at) => (at % 2 === 1 ? kind === 'operator' : isOperand(kind)));
  if (!token || !isReached) return undefined;
  const isOperator = index % 2 === 1;
  return {
    replace: rangeOf(token, value),
    words: isOperator ? operators : variablesFor(kinds, surroundings),
    isOpen: isOperator,
  };
}

function isOperand(kind: string): boolean {
  return kind === 'variable' || kind === 'number';
}

function variablesFor(
  kinds: readonly ValueKind[],
  { isInLayer, isAsset }: Surroundings,
): ReadonlyMap<string, string> {
  const units = new Set(kinds.map((kind) => ('unit' in kind ? kind.unit : undefined)));
  const unit: Unit = units.has('s') ? 's' : units.has('DPI') ? 'DPI' : 'px';
  return new Map(
    Array.from(variables.values())
      .filter(({ of, unit: own }) => own === unit && (of === 'base' ? isInLayer : isAsset))
      .map(({ name, meaning }) => [name, meaning]),
  );
}

const expected = [conditionProperties, conditionOperators, undefined, conditionConnectives];

/** @param value A condition such as `ar_gt_1`. */
export function conditionSlotAt(
  value: TextSlice,
  offset: number,
  kinds: readonly ValueKind[],
): WordSlot | undefined {
  if (!kinds.some(({ kind }) => kind === 'condition')) return undefined;
  let start = value.start;
  const words = value.text.split('_');
  for (const [index, word] of words.entries()) {
    const replace = { start, end: start + word.length };
    if (touches(replace, offset)) {
      const before = words.slice(0, index).join('_');
      const problem = index === 0 ? undefined : findConditionProblem(before);
      const choices = expected[index % expected.length];
      if (!choices || (problem && problem.start < before.length)) return undefined;
      return { replace, words: choices, isOpen: true };
    }
    start = replace.end + 1;
  }
  return undefined;
}

function rangeOf(
  token: { readonly text: string; readonly start: number },
  value: TextSlice,
): OffsetRange {
  const start = value.start + token.start;
  return { start, end: start + token.text.length };
}
