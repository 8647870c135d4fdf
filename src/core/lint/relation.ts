import type { TargetKind } from '../transformation/catalogue/parameterDefinition.ts';
import type { Parameter } from '../transformation/tree.ts';
import { addParameter, removeItem } from './fixes.ts';
import type { ParameterRule, RuleInfo } from './rule.ts';
import { findInStep, lacksAll, lacksAny, type Scope } from './scope.ts';

/** A rule about parameters that need or exclude one another within a step, as data. */
export interface Relation extends RuleInfo {
  /** The parameters that are complained of. */
  readonly keys: readonly string[];
  /** Only values that match; absent: every value. */
  readonly values?: RegExp;
  /** Only where all that the step may be applied to is among these. */
  readonly targets?: readonly TargetKind[];
  readonly needsAny?: readonly string[];
  readonly needsAll?: readonly string[];
  readonly excludesAny?: readonly string[];
  readonly excludesAll?: readonly string[];
  /** `{key}` stands for the key that is complained of, `{other}` for the one that it excludes. */
  readonly message: string;
  /** A parameter to add, or `remove`. */
  readonly fix?: 'remove' | { readonly add: string };
}

export function relation({
  keys,
  values,
  targets,
  needsAny,
  needsAll,
  excludesAny,
  excludesAll,
  message,
  fix,
  ...info
}: Relation): ParameterRule {
  return {
    ...info,
    keys,
    ...(targets && { targets }),
    checkParameter(parameter, scope) {
      const { step } = scope;
      const other = excludesAny?.find((key) => findInStep(step, key));
      const isBroken =
        other !== undefined ||
        (needsAny !== undefined && lacksAll(step, needsAny)) ||
        (needsAll !== undefined && lacksAny(step, needsAll)) ||
        (excludesAll?.every((key) => findInStep(step, key)) ?? false);
      if (!isBroken) return undefined;
      if (values && !values.test(parameter.value?.text ?? '')) return undefined;
      return {
        message: message.replaceAll('{key}', parameter.key.text).replaceAll('{other}', other ?? ''),
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
