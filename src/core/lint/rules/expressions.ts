import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import {
  findExpressionProblem,
  isExpression,
  looksLikeExpression,
  operators,
  scanExpression,
  variables,
} from '../../transformation/value/expression.ts';
import type { Parameter, Step } from '../../transformation/tree.ts';
import { partsOfValue } from '../../transformation/value/valueParts.ts';
import { isNumber } from '../../transformation/value/number.ts';
import type { Fix } from '../finding.ts';
import { separator } from '../../transformation/editTransformation.ts';
import type { TextSlice } from '../../text/offsetRange.ts';
import { beginStep, replaceByExample, replaceSpan } from '../fixes.ts';
import { nearestName } from './nearestName.ts';
import type { BadValue, Complaint, ParameterRule, StepRule, ValueRule } from '../rule.ts';
import { longestStep, type Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations

function takesExpression({ kinds }: Pick<BadValue, 'kinds'>): boolean {
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

const keysWithExpression = catalogue
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

/** By the place in the catalogue. */
const takeExpressions: readonly boolean[] = catalogue.map(({ key }) =>
  keysWithExpression.includes(key),
);

const none: readonly VariableUse[] = [];

/** Cheap, so that most values are not taken apart. */
const hasVariable = /(?:^|[_-])[ibc](?:w|h|ar|du|dn)(?:_|$)/;

/** The variables of a parameter’s expressions. */
function variablesOf(parameter: Parameter): readonly VariableUse[] {
  if (takeExpressions[parameter.place] !== true || !Number.isNaN(parameter.wholeNumber))
    return none;
  const { value, definition, holes } = parameter;
  if (!value || !definition || holes.length > 0 || !hasVariable.test(value.text)) return none;
  return partsOfValue(value.text, definition)
    .filter((part) => takesExpression(part) && isExpression(part.text))
    .flatMap((part) =>
      scanExpression(part.text)
        .filter(({ kind }) => kind === 'variable')
        .map(({ text, start }) => ({
          name: text,
          start: value.start + part.start + start,
          end: value.start + part.start + start + text.length,
        })),
    );
}

interface VariableUse {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What stands for the variables of a layer’s base where there is no layer, and the other way. */
const counterparts: readonly (readonly [base: string, asset: string])[] = [
  ['bw', 'iw'],
  ['bh', 'ih'],
  ['bar', 'iar'],
  ['bdu', 'idu'],
];

export const baseVariableOutsideLayer: ParameterRule = {
  code: 'S27',
  name: 'baseVariableOutsideLayer',
  severity: 'error',
  keys: keysWithExpression,
  inLayer: false,
  skipsNumbers: true,
  checkParameter(parameter) {
    const uses = variablesOf(parameter);
    if (uses.length === 0) return undefined;
    return uses
      .filter(({ name }) => variables.get(name)?.of === 'base')
      .map((use): Complaint => {
        const own = counterparts.find(([base]) => base === use.name)?.[1] ?? 'iw';
        return {
          at: use,
          message: t('{name} means something in layers only; write {own}.', {
            name: use.name,
            own,
          }),
          fixes: [replaceSpan(use, own)],
        };
      });
  },
};

export const assetVariableInBlock: ParameterRule = {
  code: 'S28',
  name: 'assetVariableInBlock',
  severity: 'error',
  keys: keysWithExpression,
  inLayer: true,
  targets: ['textLayer', 'canvasLayer'],
  skipsNumbers: true,
  checkParameter(parameter) {
    const uses = variablesOf(parameter);
    if (uses.length === 0) return undefined;
    return uses
      .filter(({ name }) => variables.get(name)?.of === 'asset')
      .map((use): Complaint => {
        const base = `b${use.name.slice(1)}`;
        return {
          at: use,
          message: t('A text or block has no {name}; write {base}, which is of what is under it.', {
            name: use.name,
            base,
          }),
          fixes: variables.has(base) ? [replaceSpan(use, base)] : [],
          // No page tells that there is such a variable at all.
          ...(variables.get(use.name)?.unconfirmed && { severity: 'warning' }),
        };
      });
  },
};

export const expressionLayerNotAlone: StepRule = {
  code: 'S29',
  name: 'expressionLayerNotAlone',
  severity: 'warning',
  occasion: 'laterLayer',
  checkStep(scope) {
    let complaints: Complaint[] | undefined;
    const { items } = scope.step;
    const end = Math.min(items.length, longestStep);
    for (let index = 1; index < end; index++) {
      const item = items[index];
      if (item?.kind !== 'layer' || !hasExpression(item.steps)) continue;
      if (items.every(({ kind }) => kind === 'layer')) return undefined;
      (complaints ??= []).push({
        at: item.open,
        message: t('A layer with expressions should begin a step of its own; put : before it.'),
        fixes: [beginStep(item, scope)],
      });
    }
    return complaints;
  },
};

function hasExpression(steps: readonly Step[]): boolean {
  for (const { items } of steps) {
    for (const item of items) {
      if (item.kind === 'layer' && hasExpression(item.steps)) return true;
      if (item.kind === 'parameter' && variablesOf(item).length > 0) return true;
    }
  }
  return false;
}

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
