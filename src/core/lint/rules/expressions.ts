import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import {
  findExpressionProblem,
  isExpression,
  looksLikeExpression,
  scanExpression,
  variables,
} from '../../transformation/value/expression.ts';
import type { Layer, Parameter } from '../../transformation/tree.ts';
import { parametersOf } from '../../transformation/tree.ts';
import { partsOfValue } from '../../transformation/value/valueParts.ts';
import { beginStep, replaceSpan } from '../fixes.ts';
import type { BadValue, Complaint, LayerRule, ParameterRule, ValueRule } from '../rule.ts';
import { isOnly, type Scope } from '../scope.ts';

// Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations

function takesExpression({ kinds }: Pick<BadValue, 'kinds'>): boolean {
  return kinds.some(({ kind }) => kind === 'expression');
}

export const malformedExpression: ValueRule = {
  code: 'S25',
  name: 'malformedExpression',
  severity: 'error',
  summary: 'An arithmetic expression is not of operands and operators in turn.',
  checkValue(bad) {
    if (!takesExpression(bad) || !looksLikeExpression(bad.text)) return undefined;
    const problem = findExpressionProblem(bad.text);
    if (!problem) return undefined;
    const start = bad.start + problem.start;
    const known = [...variables.keys()].join(', ');
    return {
      at: problem.text === '' ? bad : { start, end: start + problem.text.length },
      message: `“${bad.text}” is no expression; put add, sub, mul, div, mod or pow between numbers from 0 up and ${known}.`,
    };
  },
};

export const expressionNotTaken: ValueRule = {
  code: 'S26',
  name: 'expressionNotTaken',
  severity: 'warning',
  summary: 'A parameter that takes no arithmetic has an expression.',
  checkValue(bad) {
    if (takesExpression(bad) || !isExpression(bad.text)) return undefined;
    return { message: `${bad.parameter.key.text} takes no expression; write a number.` };
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

/** The variables of a parameter’s expressions. */
function variablesOf({ value, definition, holes }: Parameter): readonly VariableUse[] {
  if (!value || !definition || holes.length > 0) return [];
  if (!/[a-z]/.test(value.text)) return [];
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
  summary: 'A variable of a layer’s base stands outside of layers.',
  keys: keysWithExpression,
  checkParameter(parameter, { layer }) {
    if (layer) return undefined;
    return variablesOf(parameter)
      .filter(({ name }) => variables.get(name)?.of === 'base')
      .map((use): Complaint => {
        const own = counterparts.find(([base]) => base === use.name)?.[1] ?? 'iw';
        return {
          at: use,
          message: `${use.name} means something in layers only; write ${own}.`,
          fixes: [replaceSpan(use, own)],
        };
      });
  },
};

export const assetVariableInBlock: ParameterRule = {
  code: 'S28',
  name: 'assetVariableInBlock',
  severity: 'error',
  summary: 'A text or a block of colour has no original or current size to calculate with.',
  keys: keysWithExpression,
  checkParameter(parameter, scope) {
    if (!scope.layer || !isOnly(scope, ['textLayer', 'canvasLayer'])) return undefined;
    return variablesOf(parameter)
      .filter(({ name }) => variables.get(name)?.of === 'asset')
      .map((use): Complaint => {
        const base = `b${use.name.slice(1)}`;
        return {
          at: use,
          message: `A text or block has no ${use.name}; write ${base}, which is of what is under it.`,
          fixes: variables.has(base) ? [replaceSpan(use, base)] : [],
        };
      });
  },
};

export const expressionLayerNotAlone: LayerRule = {
  code: 'S29',
  name: 'expressionLayerNotAlone',
  severity: 'warning',
  summary: 'A layer with expressions shares its step with other parameters.',
  checkLayer(layer, scope) {
    if (isFirstItem(layer, scope) || !hasExpression(layer)) return undefined;
    const isLayerStep = scope.step.items.every((item) => item.kind === 'layer');
    if (isLayerStep) return undefined;
    return {
      message: 'A layer with expressions should begin a step of its own; put : before it.',
      fixes: [beginStep(layer, scope)],
    };
  },
};

function isFirstItem(layer: Layer, { step }: Scope): boolean {
  return step.items[0] === layer;
}

function hasExpression({ steps }: Layer): boolean {
  for (const parameter of parametersOf(steps)) {
    if (variablesOf(parameter).length > 0) return true;
  }
  return false;
}

const late = new Set(['mod', 'pow']);
const early = new Set(['add', 'sub']);

export const unusualPrecedence: ParameterRule = {
  code: 'S30',
  name: 'unusualPrecedence',
  severity: 'information',
  summary: 'ImageKit calculates mod and pow after add and sub.',
  keys: keysWithExpression,
  checkParameter({ value }) {
    const words = value?.text.split('_') ?? [];
    if (!words.some((word) => late.has(word)) || !words.some((word) => early.has(word))) {
      return undefined;
    }
    return {
      message: 'ImageKit calculates mod and pow last, after add and sub; use two steps.',
    };
  },
};
