import type {
  ParameterDefinition,
  ValueKind,
} from '../transformation/catalogue/parameterDefinition.ts';
import type { Parameter } from '../transformation/tree.ts';
import { acceptsValue } from '../transformation/value/acceptsValue.ts';
import type { ParameterRule } from './rule.ts';

/** What a parameter is asked, made ready to be asked quickly. */
export interface ParameterPlan {
  readonly isFlag: boolean;
  /** The range of whole numbers that are good values. */
  readonly min: number;
  readonly max: number;
  /** The values that have a name. */
  readonly names: ReadonlySet<string>;
  /** What else is a good value. */
  readonly others: readonly ValueKind[];
  readonly rules: readonly ParameterRule[];
  /** Those that have something to say of a whole number. */
  readonly rulesOfNumbers: readonly ParameterRule[];
}

export function planParameter(
  { values }: ParameterDefinition,
  rules: readonly ParameterRule[],
): ParameterPlan {
  const range = values.find(({ kind }) => kind === 'integer' || kind === 'number');
  const { min, max } = { min: Infinity, max: -Infinity, ...(range && { ...openRange, ...range }) };
  return {
    isFlag: values.some(({ kind }) => kind === 'flag'),
    min,
    max,
    names: new Set(
      values.flatMap((kind) => (kind.kind === 'enum' ? kind.values.map(({ value }) => value) : [])),
    ),
    others: values.filter(({ kind }) => kind !== 'flag' && kind !== 'enum'),
    rules,
    rulesOfNumbers: rules.filter(({ skipsNumbers }) => !skipsNumbers),
  };
}

const openRange = { min: -Infinity, max: Infinity };

/** Whether a parameter has a good value, or none where it needs none. What a template fills in is good. */
export function isGoodValue(
  parameter: Parameter,
  wholeNumber: number,
  plan: ParameterPlan,
): boolean {
  if (wholeNumber >= plan.min && wholeNumber <= plan.max) return true;
  const { value } = parameter;
  if (value === undefined) return plan.isFlag;
  return (
    plan.names.has(value.text) ||
    acceptsValue(value.text, plan.others) ||
    parameter.holes.length > 0
  );
}
