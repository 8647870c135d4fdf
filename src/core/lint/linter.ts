import { targetsOfUrl } from '../language/targets.ts';
import { catalogue } from '../transformation/catalogue/catalogue.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type { Transformation } from '../transformation/tree.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import type { Finding } from './finding.ts';
import { LintRun, type LintPlan, type ParameterPlans, type SeverityOf } from './lintRun.ts';
import { planParameter } from './parameterPlan.ts';
import type { ParameterRule, RuleInfo } from './rule.ts';
import { rules, type RuleSet } from './rules.ts';
import { isOnly, type LintSource } from './scope.ts';

/** Checks transformations and URLs by the rules that are switched on. */
export class Linter {
  readonly #severityOf: SeverityOf;
  #made: LintPlan | undefined;

  constructor(severityOf: SeverityOf = ({ severity }) => severity) {
    this.#severityOf = severityOf;
  }

  /** Made when the first text is checked, as loading the extension must cost nothing. */
  get #plan(): LintPlan {
    return (this.#made ??= planRules(this.#severityOf));
  }

  /** What is wrong with a URL and its transformation, in the order of the text. */
  lintUrl(url: ImageKitUrl, known: Pick<LintSource, 'size' | 'now'> = {}): Finding[] {
    const { transformation } = url;
    const tree = transformation && parseTransformation(transformation.text, transformation.start);
    const source = {
      ...known,
      targets: targetsOfUrl(url),
      url,
      ...(tree && { transformation: tree }),
    };
    const run = new LintRun(this.#plan);
    for (const rule of this.#plan.rules.url) {
      const complaints = rule.checkUrl(url, source);
      if (complaints) run.report(rule, url, complaints);
    }
    if (tree) run.checkTransformation(tree, source);
    return run.findings;
  }

  /** What is wrong with a transformation that stands alone, in the order of the text. */
  lintTransformation(transformation: Transformation, source: LintSource): Finding[] {
    const run = new LintRun(this.#plan);
    run.checkTransformation(transformation, { ...source, transformation });
    return run.findings;
  }
}

function planRules(severityOf: SeverityOf): LintPlan {
  const on = switchedOn(rules, severityOf);
  const plans = new Map<string, ParameterPlans>();
  return {
    rules: on,
    severityOf,
    plansFor(targets) {
      const key = targets.length === 1 ? (targets[0] ?? '') : targets.join('+');
      const known = plans.get(key);
      if (known) return known;
      const made = planParameters(
        on.parameter.filter((rule) => !rule.targets || isOnly({ targets }, rule.targets)),
      );
      plans.set(key, made);
      return made;
    },
  };
}

function switchedOn(all: RuleSet, severityOf: SeverityOf): RuleSet {
  const isOn = (rule: RuleInfo): boolean => severityOf(rule) !== 'off';
  return {
    // Here the first complaint counts: a rule that is off still keeps the others silent.
    unknownKey: all.unknownKey,
    value: all.value,
    parameter: all.parameter.filter(isOn),
    step: all.step.filter(isOn),
    layer: all.layer.filter(isOn),
    conditional: all.conditional.filter(isOn),
    url: all.url.filter(isOn),
  };
}

function planParameters(parameterRules: readonly ParameterRule[]): ParameterPlans {
  return new Map(
    catalogue.map((definition) => [
      definition,
      planParameter(
        definition,
        parameterRules.filter(({ keys }) => keys.includes(definition.key)),
      ),
    ]),
  );
}
