import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import { isExpression, scanExpression, variables } from '../../transformation/value/expression.ts';
import { parametersOf, type Layer, type Parameter } from '../../transformation/tree.ts';
import { partsOfValue } from '../../transformation/value/valueParts.ts';
import { beginStep, replaceSpan } from '../fixes.ts';
import type { Complaint, ParameterRule } from '../rule.ts';
import type { Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';
import { keysWithExpression, takesExpression } from './expressions.ts';

// Which variables mean something where.
// Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations

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

/** The one is told of that is around all others that are not alone. */
export const expressionLayerNotAlone: ParameterRule = {
  code: 'S29',
  name: 'expressionLayerNotAlone',
  severity: 'warning',
  keys: keysWithExpression,
  inLayer: true,
  skipsNumbers: true,
  checkParameter(parameter, scope) {
    if (variablesOf(parameter).length === 0) return undefined;
    const complaints: Complaint[] = [];
    for (let { layer, outer } = scope; layer && outer; { layer, outer } = outer) {
      if (isAlone(layer, outer) || firstWithVariable(layer) !== parameter) continue;
      complaints.push({
        at: layer.open,
        message: t('A layer with expressions should begin a step of its own; put : before it.'),
        fixes: [beginStep(layer, outer)],
      });
    }
    return complaints;
  },
};

/** Whether a layer begins its step, or has layers alone beside it. */
function isAlone(layer: Layer, { step: { items } }: Scope): boolean {
  return items[0] === layer || items.every(({ kind }) => kind === 'layer');
}

/** A layer may have many variables, and is told of once. */
const firstWithVariables = new WeakMap<Layer, Parameter>();

function firstWithVariable(layer: Layer): Parameter | undefined {
  const known = firstWithVariables.get(layer);
  if (known) return known;
  for (const parameter of parametersOf(layer.steps)) {
    if (variablesOf(parameter).length === 0) continue;
    firstWithVariables.set(layer, parameter);
    return parameter;
  }
  return undefined;
}
