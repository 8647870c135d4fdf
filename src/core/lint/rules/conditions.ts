import {
  conditionConnectives,
  conditionOperators,
  conditionProperties,
  findConditionProblem,
  type ConditionProblem,
} from '../../transformation/value/condition.ts';
import type { Fix } from '../finding.ts';
import { replaceSpan } from '../fixes.ts';
import type { BadValue, ValueRule } from '../rule.ts';
import { nearestName } from './nearestName.ts';
import { describeBadValue } from './values.ts';

/** Source: https://imagekit.io/docs/transformations#conditional-transformations */
export const invalidCondition: ValueRule = {
  code: 'S10',
  name: 'invalidCondition',
  severity: 'error',
  checkValue(bad) {
    if (bad.parameter.definition?.key !== 'if') return undefined;
    const { message } = describeBadValue(bad);
    const problem = findConditionProblem(bad.text);
    return { message, fixes: [problem && correct(problem, bad)] };
  },
};

function correct({ expected, text, start }: ConditionProblem, bad: BadValue): Fix | undefined {
  const meant = meantBy(text, expected);
  const from = bad.start + start;
  return meant === undefined
    ? undefined
    : replaceSpan({ start: from, end: from + text.length }, meant);
}

/** What other languages call the six operators. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['equals', 'eq'],
  ['neq', 'ne'],
  ['above', 'gt'],
  ['ge', 'gte'],
  ['below', 'lt'],
  ['le', 'lte'],
]);

function meantBy(word: string, expected: ConditionProblem['expected']): string | undefined {
  switch (expected) {
    case 'property':
      // A condition asks for the picture alone, not for what is under a layer: `bw`, `cw`.
      return /^[bc](?:w|h|ar)$/.test(word)
        ? word.slice(1)
        : nearestName(word, [...conditionProperties.keys()]);
    case 'operator':
      return otherNames.get(word) ?? nearestName(word, [...conditionOperators.keys()]);
    case 'connective':
      return nearestName(word, [...conditionConnectives.keys()]);
    case 'number':
      return undefined;
    default:
      return expected satisfies never;
  }
}
