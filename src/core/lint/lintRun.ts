import { targetOfLayer } from '../language/targets.ts';
import type { OffsetRange } from '../text/offsetRange.ts';
import type {
  ParameterDefinition,
  TargetKind,
} from '../transformation/catalogue/parameterDefinition.ts';
import type {
  Conditional,
  Layer,
  Parameter,
  Step,
  Transformation,
} from '../transformation/tree.ts';
import { findBadValues } from './badValue.ts';
import type { Finding, Fix, Severity } from './finding.ts';
import { keepsSeparators } from './fixes.ts';
import { isGoodValue, type ParameterPlan } from './parameterPlan.ts';
import type { BadValue, Complaint, RuleInfo } from './rule.ts';
import type { RuleSet } from './rules.ts';
import type { LintSource, Scope } from './scope.ts';

/** How severe a rule's findings are; `off` switches the rule off. */
export type SeverityOf = (rule: RuleInfo) => Severity | 'off';

type Surroundings = Pick<Scope, 'layer' | 'depth' | 'isInConditional' | 'targets' | 'source'>;

/** A text with more is no transformation, and walking on would take its time. */
const mostFindings = 100;

/** The rules that are switched on, made ready to be asked quickly. */
export interface LintPlan {
  readonly rules: RuleSet;
  readonly severityOf: SeverityOf;
  /** What each parameter is asked in a step that is applied to these. */
  readonly plansFor: (targets: readonly TargetKind[]) => ParameterPlans;
}

export type ParameterPlans = ReadonlyMap<ParameterDefinition, ParameterPlan>;

/** One walk through one tree. */
export class LintRun {
  readonly findings: Finding[] = [];
  readonly #plan: LintPlan;
  readonly #rules: RuleSet;
  #transformation: Transformation | undefined;

  constructor(plan: LintPlan) {
    this.#plan = plan;
    this.#rules = plan.rules;
  }

  checkTransformation(transformation: Transformation, source: LintSource): void {
    this.#transformation = transformation;
    this.#checkChain(transformation.steps, {
      layer: undefined,
      depth: 0,
      isInConditional: false,
      targets: source.targets,
      source,
    });
    if (this.findings.length > 1) this.findings.sort((one, other) => one.start - other.start);
  }

  #checkChain(
    chain: readonly Step[],
    { layer, depth, isInConditional, targets, source }: Surroundings,
  ): void {
    const plans = this.#plan.plansFor(targets);
    for (const step of chain) {
      const scope = { step, chain, layer, depth, isInConditional, targets, source };
      for (const rule of this.#rules.step) {
        const complaints = rule.checkStep(scope);
        if (complaints) this.report(rule, step, complaints);
      }
      for (const item of step.items) {
        if (this.findings.length >= mostFindings) return;
        switch (item.kind) {
          case 'parameter':
            this.#checkParameter(item, scope, plans);
            break;
          case 'layer':
            this.#checkLayer(item, scope);
            break;
          case 'conditional':
            this.#checkConditional(item, scope);
            break;
          default:
            item satisfies never;
        }
      }
    }
  }

  #checkParameter(
    parameter: Parameter,
    scope: Scope,
    plans = this.#plan.plansFor(scope.targets),
  ): void {
    const { definition } = parameter;
    if (!definition) {
      this.#checkUnknownKey(parameter, scope);
      return;
    }
    const plan = plans.get(definition);
    if (!plan) return;
    const { wholeNumber } = parameter;
    if (!isGoodValue(parameter, wholeNumber, plan)) {
      for (const bad of findBadValues(parameter, definition)) this.#checkValue(bad, scope);
    }
    const rules = Number.isNaN(wholeNumber) ? plan.rules : plan.rulesOfNumbers;
    for (const rule of rules) {
      const complaints = rule.checkParameter(parameter, scope);
      if (complaints) this.report(rule, parameter, complaints);
    }
  }

  #checkValue(bad: BadValue, scope: Scope): void {
    for (const rule of this.#rules.value) {
      const complaint = rule.checkValue(bad, scope);
      if (complaint) {
        this.report(rule, bad, complaint);
        return;
      }
    }
  }

  #checkUnknownKey(parameter: Parameter, scope: Scope): void {
    if (parameter.holes.length > 0) return;
    for (const rule of this.#rules.unknownKey) {
      const complaint = rule.checkUnknownKey(parameter, scope);
      if (complaint) {
        this.report(rule, parameter, complaint);
        return;
      }
    }
  }

  #checkLayer(layer: Layer, scope: Scope): void {
    for (const rule of this.#rules.layer) {
      const complaints = rule.checkLayer(layer, scope);
      if (complaints) this.report(rule, layer.open, complaints);
    }
    this.#checkParameter(layer.open, scope);
    const { isInConditional, source } = scope;
    const targets = [targetOfLayer(layer)];
    this.#checkChain(layer.steps, {
      layer,
      depth: scope.depth + 1,
      isInConditional,
      targets,
      source,
    });
  }

  #checkConditional(conditional: Conditional, scope: Scope): void {
    for (const rule of this.#rules.conditional) {
      const complaints = rule.checkConditional(conditional, scope);
      if (complaints) this.report(rule, conditional.open, complaints);
    }
    const { layer, depth, targets, source } = scope;
    for (const { open, steps } of conditional.branches) {
      this.#checkParameter(open, scope);
      this.#checkChain(steps, { layer, depth, isInConditional: true, targets, source });
    }
  }

  report(rule: RuleInfo, node: OffsetRange, complaints: Complaint | readonly Complaint[]): void {
    const severity = this.#plan.severityOf(rule);
    if (severity === 'off') return;
    for (const { at = node, message, fixes = [], severity: own = severity } of [
      complaints,
    ].flat()) {
      this.findings.push({
        code: rule.code,
        severity: severity === rule.severity ? own : severity,
        message,
        start: at.start,
        end: at.end,
        fixes: fixes.filter((fix) => fix !== undefined).filter((fix) => this.#isSafe(fix)),
      });
    }
  }

  #isSafe(fix: Fix): boolean {
    return this.#transformation === undefined || keepsSeparators(fix, this.#transformation);
  }
}
