import type { Parameter } from '../../transformation/tree.ts';
import type { Fix } from '../finding.ts';
import { separator } from '../../transformation/editTransformation.ts';
import type { TextSlice } from '../../text/offsetRange.ts';
import type { ParameterRule } from '../rule.ts';
import type { Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';
import { keysWithExpression } from './expressions.ts';

// Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations

const late = /_(?:mod|pow)_/;
const early = /_(?:add|sub)_/;

export const unusualPrecedence: ParameterRule = {
  code: 'S30',
  name: 'unusualPrecedence',
  severity: 'information',
  keys: keysWithExpression,
  skipsNumbers: true,
  checkParameter(parameter, scope) {
    const { value } = parameter;
    if (!value || !late.test(value.text) || !early.test(value.text)) return undefined;
    return {
      message: t('ImageKit calculates mod and pow last, after add and sub; use two steps.'),
      fixes: [splitExpression(parameter, value, scope)],
    };
  },
};

/** What is calculated last: the only pow, or the only mod beside no pow, with a single operand. */
const lastOperation = /^(?<first>(?:(?!_pow_).)+)_(?<last>(?:pow|mod)_[^_]+)$/;

/** The sizes that a step leaves to the next one. */
const currentSizes: Readonly<Record<string, string>> = { w: 'cw', h: 'ch' };

/** What is calculated first gets a step of its own, as ImageKit would calculate it anyway. */
function splitExpression(
  { key, definition }: Parameter,
  value: TextSlice,
  scope: Scope,
): Fix | undefined {
  const { first, last } = lastOperation.exec(value.text)?.groups ?? {};
  const current = currentSizes[definition?.key ?? ''];
  const begin = scope.step.items[0];
  if (first === undefined || last === undefined || !current || !begin) return undefined;
  const { start } = scope.step;
  const newText = `${key.text}-${first}${separator(':', begin, scope)}`;
  return {
    title: t('Calculate {text} in a step of its own', { text: first }),
    edits: [
      { start, end: start, newText },
      { start: value.start, end: value.end, newText: `${current}_${last}` },
    ],
  };
}
