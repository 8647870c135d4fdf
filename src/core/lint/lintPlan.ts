import type { Step } from '../transformation/tree.ts';
import type { Severity } from './finding.ts';
import { Places, type Place } from './place.ts';
import type { RuleInfo } from './rule.ts';
import type { RuleSet } from './rule.ts';
import type { LintSource } from './scope.ts';
import { planStep, type StepPlan } from './stepPlan.ts';
import { StepShapes } from './stepShape.ts';

/** How severe a rule's findings are; `off` switches the rule off. */
export type SeverityOf = (rule: RuleInfo) => Severity | 'off';

/** The rules that are switched on, made ready to be asked quickly. */
export class LintPlan {
  readonly rules: RuleSet;
  readonly severityOf: SeverityOf;
  readonly #places: Places;
  readonly #shapes = new StepShapes();

  constructor(all: RuleSet, severityOf: SeverityOf) {
    this.rules = switchedOn(all, severityOf);
    this.severityOf = severityOf;
    this.#places = new Places(this.rules);
  }

  /** Outside of layers. */
  place(source: LintSource): Place {
    return this.#places.outside(source);
  }

  stepPlan(step: Step, place: Place): StepPlan {
    const shape = this.#shapes.of(step);
    return (shape.plans[place.number] ??= planStep(shape, place, this.rules.step));
  }
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
