import { isNumber } from './number.ts';

/** For people, by the name of the property. Source: https://imagekit.io/docs/transformations#conditional-transformations */
export const conditionProperties: ReadonlyMap<string, string> = new Map([
  ['w', 'the width'],
  ['h', 'the height'],
  ['ar', 'the ratio'],
  ['iw', 'the original width'],
  ['ih', 'the original height'],
  ['iar', 'the original ratio'],
]);

export const conditionOperators: ReadonlyMap<string, string> = new Map([
  ['eq', 'is'],
  ['ne', 'is not'],
  ['gt', 'is above'],
  ['gte', 'is at least'],
  ['lt', 'is below'],
  ['lte', 'is at most'],
]);

export const conditionConnectives: ReadonlyMap<string, string> = new Map([
  ['and', 'and'],
  ['or', 'or'],
]);

const ratio = /^\d+(?:\.\d+)?-\d+(?:\.\d+)?$/;

/** A word of a condition and what stands there in a good one. */
export interface ConditionProblem {
  readonly expected: 'property' | 'operator' | 'number' | 'connective';
  readonly text: string;
  /** Offset into the condition. */
  readonly start: number;
}

const expectations = ['property', 'operator', 'number', 'connective'] as const;

/** The first word of `<property>_<operator>_<number>{_and_…}` that is wrong or missing. */
export function findConditionProblem(text: string): ConditionProblem | undefined {
  const words = text.split('_');
  let start = 0;
  for (const [index, word] of words.entries()) {
    const expected = expectations[index % expectations.length] ?? 'property';
    if (!fits(word, expected, words[index - 2])) return { expected, text: word, start };
    start += word.length + 1;
  }
  const expected = expectations[words.length % expectations.length] ?? 'property';
  return expected === 'connective' ? undefined : { expected, text: '', start: text.length };
}

function fits(
  word: string,
  expected: ConditionProblem['expected'],
  property: string | undefined,
): boolean {
  switch (expected) {
    case 'property':
      return conditionProperties.has(word);
    case 'operator':
      return conditionOperators.has(word);
    case 'number':
      return isNumber(word) || ((property?.endsWith('ar') ?? false) && ratio.test(word));
    case 'connective':
      return conditionConnectives.has(word);
    default:
      return expected satisfies never;
  }
}
