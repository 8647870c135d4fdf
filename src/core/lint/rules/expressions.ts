import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import {
  findExpressionProblem,
  isExpression,
  looksLikeExpression,
  operators,
  variables,
} from '../../transformation/value/expression.ts';
import { isNumber } from '../../transformation/value/number.ts';
import type { Fix } from '../finding.ts';
import { replaceByExample, replaceSpan } from '../fixes.ts';
import { nearestName } from './nearestName.ts';
import type { BadValue, ValueRule } from '../rule.ts';
import { t } from '../../text/l10n.ts';

// Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations

export function takesExpression({ kinds }: Pick<BadValue, 'kinds'>): boolean {
  return kinds.some(({ kind }) => kind === 'expression');
}

export const malformedExpression: ValueRule = {
  code: 'S25',
  name: 'malformedExpression',
  severity: 'error',
  checkValue(bad) {
    if (!takesExpression(bad) || !looksLikeExpression(bad.text)) return undefined;
    const problem = findExpressionProblem(bad.text);
    if (!problem) return undefined;
    const start = bad.start + problem.start;
    const known = [...variables.keys()].join(', ');
    return {
      at: problem.text === '' ? bad : { start, end: start + problem.text.length },
      message: t(
        '“{text}” is no expression; put add, sub, mul, div, mod or pow between numbers from 0 up and {known}.',
        { text: bad.text, known },
      ),
      fixes: [repair(bad)],
    };
  },
};

/** @returns `undefined` where nobody can tell what is meant. */
function repair(bad: BadValue): Fix | undefined {
  const words = bad.text
    .replaceAll(/[()]/g, '')
    .replaceAll(/%2[89]/g, '')
    .split('_');
  if (operators.has(words.at(-1) ?? '')) words.pop();
  const repaired = words
    .map((word, index) => {
      const known = index % 2 === 1 ? operators : variables;
      if (known.has(word) || isNumber(word)) return word;
      return nearestName(word, [...known.keys()]) ?? word;
    })
    .join('_')
    // A negative operand can be taken away or added instead.
    .replaceAll(/_(add|sub)_N(?=\d)/g, (_, operator) => `_${operator === 'add' ? 'sub' : 'add'}_`);
  return isExpression(repaired) ? replaceSpan(bad, repaired) : undefined;
}

export const expressionNotTaken: ValueRule = {
  code: 'S26',
  name: 'expressionNotTaken',
  severity: 'warning',
  checkValue(bad) {
    if (takesExpression(bad) || !isExpression(bad.text)) return undefined;
    return {
      message: t('{text} takes no expression; write a number.', { text: bad.parameter.key.text }),
      fixes: [replaceByExample(bad.parameter)],
    };
  },
};

export const keysWithExpression = catalogue
  .filter(({ key }) => key !== 'if')
  .filter(({ values }) =>
    values.some(
      (kind) =>
        kind.kind === 'expression' ||
        ((kind.kind === 'composite' || kind.kind === 'pairs') &&
          Object.values(kind.parts).some((kinds) => takesExpression({ kinds }))),
    ),
  )
  .map(({ key }) => key);
