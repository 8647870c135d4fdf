import type { OffsetRange } from '../text/offsetRange.ts';
import type {
  Conditional,
  Layer,
  Parameter,
  Step,
  Transformation,
} from '../transformation/tree.ts';
import { findBadValues } from './badValue.ts';
import type { Finding, Fix } from './finding.ts';
import { goodFixes, type CheckedText } from './fixCheck.ts';
import { badValue, goodnessOf } from './goodValues.ts';
import type { LintPlan } from './lintPlan.ts';
import type { Place } from './place.ts';
import type { BadValue, Complaint, RuleInfo } from './rule.ts';
import type { RuleSet } from './rule.ts';
import { deepestBlock } from './rules/conditionalBlocks.ts';
import type { LintSource, Scope } from './scope.ts';
import type { ItemPlan } from './stepPlan.ts';

/** A text with more is no transformation, and walking on would take its time. */
const mostFindings = 100;

/** Nobody wrote a longer chain; its further steps are not looked at, as rules look back and ahead. */
const longestChain = 200;

/** The parser knows no deeper blocks than twenty; those that nobody wrote are not looked into. */
function isTooDeep({ depth, conditions }: Scope): boolean {
  return depth + conditions >= deepestBlock;
}

function upTo<Node>(most: number, nodes: readonly Node[]): readonly Node[] {
  return nodes.length > most ? nodes.slice(0, most) : nodes;
}

/** One walk through one tree. */
export class LintRun {
  readonly findings: Finding[] = [];
  readonly #plan: LintPlan;
  readonly #rules: RuleSet;
  readonly #checked: CheckedText;
  #transformation: Transformation | undefined;

  constructor(plan: LintPlan, checked: CheckedText) {
    this.#plan = plan;
    this.#rules = plan.rules;
    this.#checked = checked;
  }

  checkTransformation(transformation: Transformation, source: LintSource): void {
    this.#transformation = transformation;
    const place = this.#plan.place(source);
    this.#checkChain(transformation.steps, place, undefined, undefined, 0, 0, source);
    if (this.findings.length > 1) this.findings.sort((one, other) => one.start - other.start);
  }

  #checkChain(
    chain: readonly Step[],
    place: Place,
    layer: Layer | undefined,
    outer: Scope | undefined,
    depth: number,
    conditions: number,
    source: LintSource,
  ): void {
    const { targets } = place;
    const transformation = this.#transformation;
    if (!transformation) return;
    for (const step of upTo(longestChain, chain)) {
      const plan = this.#plan.stepPlan(step, place);
      if (plan.isSilent) continue;
      const scope = {
        step,
        chain,
        layer,
        outer,
        depth,
        conditions,
        targets,
        transformation,
        source,
      };
      for (const { rule, ask } of plan.questions) {
        const complaints = ask(step, scope);
        if (complaints) this.report(rule, step, complaints);
      }
      for (const itemPlan of plan.items) {
        const item = step.items[itemPlan.index];
        if (!item || this.findings.length >= mostFindings) return;
        switch (item.kind) {
          case 'parameter':
            this.#checkParameter(item, scope, itemPlan);
            break;
          case 'layer':
            this.#checkLayer(item, scope, itemPlan);
            break;
          case 'conditional':
            this.#checkConditional(item, scope, itemPlan, place);
            break;
          default:
            item satisfies never;
        }
      }
    }
  }

  #checkParameter(parameter: Parameter, scope: Scope, { isGood, questions }: ItemPlan): void {
    if (!isGood) this.#checkBad(parameter, scope);
    for (const { rule, ask } of questions) {
      const complaints = ask(parameter, scope);
      if (complaints) this.report(rule, parameter, complaints);
    }
  }

  #checkBad(parameter: Parameter, scope: Scope): void {
    const { definition } = parameter;
    if (!definition) this.#checkUnknownKey(parameter, scope);
    else for (const bad of findBadValues(parameter, definition)) this.#checkValue(bad, scope);
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

  #checkLayer(layer: Layer, scope: Scope, plan: ItemPlan): void {
    const { inside } = plan;
    if (!inside) return;
    const questions = layer.close ? inside.closedLayerQuestions : inside.layerQuestions;
    for (const { rule, ask } of questions) {
      const complaints = ask(layer, scope);
      if (complaints) this.report(rule, layer.open, complaints);
    }
    this.#checkParameter(layer.open, scope, plan);
    if (isTooDeep(scope)) return;
    const { depth, conditions, source } = scope;
    this.#checkChain(layer.steps, inside, layer, scope, depth + 1, conditions, source);
  }

  #checkConditional(conditional: Conditional, scope: Scope, plan: ItemPlan, place: Place): void {
    for (const rule of this.#rules.conditional) {
      const complaints = rule.checkConditional(conditional, scope);
      if (complaints) this.report(rule, conditional.open, complaints);
    }
    if (isTooDeep(scope)) return;
    const { layer, outer, depth, conditions, source } = scope;
    for (const { open, steps } of conditional.branches) {
      const isGood = goodnessOf(open) !== badValue;
      this.#checkParameter(open, scope, { ...plan, isGood });
      this.#checkChain(steps, place, layer, outer, depth, conditions + 1, source);
    }
  }

  report(rule: RuleInfo, node: OffsetRange, complaints: Complaint | readonly Complaint[]): void {
    const severity = this.#plan.severityOf(rule);
    if (severity === 'off') return;
    for (const { at = node, message, fixes = [], severity: own = severity } of [
      complaints,
    ].flat()) {
      if (this.findings.length >= mostFindings) return;
      const { code } = rule;
      const fixesOf = (): readonly Fix[] =>
        goodFixes(fixes, rule, this.findings, this.#checked, this.#transformation);
      let known: readonly Fix[] | undefined;
      this.findings.push({
        code,
        severity: severity === rule.severity ? own : severity,
        message,
        start: at.start,
        end: at.end,
        // Found out when somebody asks, which for most findings nobody does.
        get fixes() {
          return (known ??= fixesOf());
        },
      });
    }
  }
}
