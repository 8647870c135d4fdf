import { addExamples, removeEach, removeItem } from './fixes.ts';
import type { Parameter } from '../transformation/tree.ts';
import type { Fix } from './finding.ts';
import type { Company, ParameterRule, RuleInfo, RulePlace } from './rule.ts';
import { findInStep, lacksAll, lacksAny, type Scope } from './scope.ts';
import { t } from '../text/l10n.ts';

/** A rule about parameters that need or exclude one another within a step, as data. */
export interface Relation extends RuleInfo, RulePlace, Company {
  /** The parameters that are complained of. */
  readonly keys: readonly string[];
  /** Only values that match; absent: every value. */
  readonly values?: RegExp;
  /** `{key}` stands for the key that is complained of, `{other}` for the one that it excludes. */
  readonly message: string;
  /**
   * `remove`: the parameter goes. `keepOne`: it goes, or one of those that it excludes. `add`: what
   * is missing of these comes with the values of their examples, or else the parameter goes.
   */
  readonly fix: 'remove' | 'keepOne' | { readonly add: readonly string[] };
}

export function relation({ values, message, fix, ...rule }: Relation): ParameterRule {
  const { beside, besideAll, without, withoutAll } = rule;
  return {
    ...rule,
    checkParameter(parameter, scope) {
      const { step } = scope;
      const other = beside?.find((key) => findInStep(step, key));
      const isBroken =
        (beside === undefined || other !== undefined) &&
        (besideAll?.every((key) => findInStep(step, key)) ?? true) &&
        (without === undefined || lacksAll(step, without)) &&
        (withoutAll === undefined || lacksAny(step, withoutAll));
      if (!isBroken) return undefined;
      if (values && !values.test(parameter.value?.text ?? '')) return undefined;
      return {
        message: t(message, { key: parameter.key.text, other: other ?? '' }),
        fixes: fixesOf(fix, parameter, scope, [...(beside ?? []), ...(besideAll ?? [])]),
      };
    },
  };
}

function fixesOf(
  fix: Relation['fix'],
  parameter: Parameter,
  scope: Scope,
  others: readonly string[],
): readonly (Fix | undefined)[] {
  const remove = removeItem(parameter, scope);
  if (fix === 'remove') return [remove];
  return fix === 'keepOne'
    ? [remove, ...removeEach(others, scope)]
    : [addExamples(parameter, scope, fix.add), remove];
}
