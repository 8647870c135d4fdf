import { targetOfLayer, targetsOfUrl } from '../language/targets.ts';
import { findParameter } from '../transformation/catalogue/catalogue.ts';
import type { ParameterDefinition } from '../transformation/catalogue/parameterDefinition.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type {
  Conditional,
  Layer,
  Parameter,
  Step,
  Transformation,
} from '../transformation/tree.ts';
import type { OffsetRange } from '../text/offsetRange.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { findBadValues } from './badValue.ts';
import type { Finding, Fix, Severity } from './finding.ts';
import { keepsSeparators } from './fixes.ts';
import type { BadValue, Complaint, ParameterRule, RuleInfo } from './rule.ts';
import { rules, type RuleSet } from './rules.ts';
import type { LintSource, Scope } from './scope.ts';

/** How severe a rule's findings are; `off` switches the rule off. */
export type SeverityOf = (rule: RuleInfo) => Severity | 'off';

type Surroundings = Pick<Scope, 'layer' | 'depth' | 'isInConditional' | 'targets' | 'source'>;

/** Checks transformations and URLs by the rules that are switched on. */
export class Linter {
  readonly #severityOf: SeverityOf;
  readonly #rules: RuleSet;
  readonly #byDefinition = new Map<ParameterDefinition, readonly ParameterRule[]>();

  constructor(severityOf: SeverityOf = ({ severity }) => severity) {
    this.#severityOf = severityOf;
    this.#rules = switchedOn(rules, severityOf);
    for (const rule of this.#rules.parameter) {
      for (const definition of rule.keys.map((key) => findParameter(key))) {
        if (!definition) continue;
        this.#byDefinition.set(definition, [...(this.#byDefinition.get(definition) ?? []), rule]);
      }
    }
  }

  /** What is wrong with a URL and its transformation, in the order of the text. */
  lintUrl(url: ImageKitUrl, known: Pick<LintSource, 'size' | 'now'> = {}): Finding[] {
    const { transformation } = url;
    const tree = transformation && parseTransformation(transformation.text, transformation.start);
    const run = new Run(this.#rules, this.#byDefinition, this.#severityOf);
    const source = {
      ...known,
      targets: targetsOfUrl(url),
      url,
      ...(tree && { transformation: tree }),
    };
    for (const rule of this.#rules.url) run.report(rule, url, rule.checkUrl(url, source));
    if (tree) run.checkTransformation(tree, source);
    return run.findings;
  }

  /** What is wrong with a transformation that stands alone, in the order of the text. */
  lintTransformation(transformation: Transformation, source: LintSource): Finding[] {
    const run = new Run(this.#rules, this.#byDefinition, this.#severityOf);
    run.checkTransformation(transformation, { ...source, transformation });
    return run.findings;
  }
}

function switchedOn(all: RuleSet, severityOf: SeverityOf): RuleSet {
  const isOn = (rule: RuleInfo): boolean => severityOf(rule) !== 'off';
  return {
    unknownKey: all.unknownKey.filter(isOn),
    value: all.value.filter(isOn),
    parameter: all.parameter.filter(isOn),
    step: all.step.filter(isOn),
    layer: all.layer.filter(isOn),
    conditional: all.conditional.filter(isOn),
    url: all.url.filter(isOn),
  };
}

/** A text with more is no transformation, and walking on would take its time. */
const mostFindings = 100;

/** One walk through one tree. */
class Run {
  readonly findings: Finding[] = [];
  readonly #rules: RuleSet;
  readonly #byDefinition: ReadonlyMap<ParameterDefinition, readonly ParameterRule[]>;
  readonly #severityOf: SeverityOf;
  #transformation: Transformation | undefined;

  constructor(
    ruleSet: RuleSet,
    byDefinition: ReadonlyMap<ParameterDefinition, readonly ParameterRule[]>,
    severityOf: SeverityOf,
  ) {
    this.#rules = ruleSet;
    this.#byDefinition = byDefinition;
    this.#severityOf = severityOf;
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
    this.findings.sort((one, other) => one.start - other.start);
  }

  #checkChain(
    chain: readonly Step[],
    { layer, depth, isInConditional, targets, source }: Surroundings,
  ): void {
    for (const step of chain) {
      const scope = { step, chain, layer, depth, isInConditional, targets, source };
      for (const rule of this.#rules.step) this.report(rule, step, rule.checkStep(scope));
      for (const item of step.items) {
        if (this.findings.length >= mostFindings) return;
        switch (item.kind) {
          case 'parameter':
            this.#checkParameter(item, scope);
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

  #checkParameter(parameter: Parameter, scope: Scope): void {
    const { definition } = parameter;
    if (!definition) {
      this.#checkUnknownKey(parameter, scope);
      return;
    }
    for (const bad of findBadValues(parameter, definition)) this.#checkValue(bad, scope);
    const keyed = this.#byDefinition.get(definition);
    if (!keyed) return;
    for (const rule of keyed) this.report(rule, parameter, rule.checkParameter(parameter, scope));
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
      this.report(rule, layer.open, rule.checkLayer(layer, scope));
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
      this.report(rule, conditional.open, rule.checkConditional(conditional, scope));
    }
    const { layer, depth, targets, source } = scope;
    for (const { open, steps } of conditional.branches) {
      this.#checkParameter(open, scope);
      this.#checkChain(steps, { layer, depth, isInConditional: true, targets, source });
    }
  }

  report(
    rule: RuleInfo,
    node: OffsetRange,
    complaints: Complaint | readonly Complaint[] | undefined,
  ): void {
    if (complaints === undefined) return;
    const severity = this.#severityOf(rule);
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
