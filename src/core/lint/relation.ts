import { addParameter, removeItem } from './fixes.ts';
import type { Parameter } from '../transformation/tree.ts';
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
  /** A parameter to add, or `remove`. */
  readonly fix?: 'remove' | { readonly add: string };
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
        fixes: [fixOf(fix, parameter, scope)],
      };
    },
  };
}

function fixOf(
  fix: Relation['fix'],
  parameter: Parameter,
  scope: Scope,
): ReturnType<typeof removeItem> {
  if (fix === undefined) return undefined;
  return fix === 'remove' ? removeItem(parameter, scope) : addParameter(parameter, scope, fix.add);
}
