import type { TargetKind } from '../transformation/catalogue/parameterDefinition.ts';
import type { Layer } from '../transformation/tree.ts';
import type { LayerRule, ParameterRule, Question, RulePlace } from './rule.ts';
import type { RuleSet } from './rule.ts';
import type { LintSource } from './scope.ts';

/** Where steps stand, and the rules that hold there. Of one linter there is one for each place. */
export interface Place {
  /** Counts from 0. */
  readonly number: number;
  /** What the steps are applied to. */
  readonly targets: readonly TargetKind[];
  readonly parameterRules: readonly ParameterRule[];
  /** About the layer itself. */
  readonly layerQuestions: readonly Question<Layer>[];
  /** Those of them that a closed layer is asked. */
  readonly closedLayerQuestions: readonly Question<Layer>[];
  /** Inside a layer of this kind. */
  readonly inside: (layer: TargetKind) => Place;
}

/** Makes places, and remembers them. */
export class Places {
  readonly #rules: RuleSet;
  readonly #ofFiles = new Map<string, Place>();
  readonly #ofStreams = new Map<string, Place>();
  #count = 0;

  constructor(rules: RuleSet) {
    this.#rules = rules;
  }

  outside(source: LintSource): Place {
    const isStream = source.url?.suffix?.text.startsWith('ik-master.') ?? false;
    const known = isStream ? this.#ofStreams : this.#ofFiles;
    const { targets } = source;
    const name = targets.length === 1 ? (targets[0] ?? '') : targets.join();
    return remember(known, name, () => this.#make(targets, targets, isStream));
  }

  #make(
    targets: readonly TargetKind[],
    sources: readonly TargetKind[],
    isStream: boolean,
    depth = 0,
  ): Place {
    const inLayer = depth > 0;
    const holds = (rule: RulePlace): boolean =>
      areAmong(targets, rule.targets) &&
      areAmong(sources, rule.sources) &&
      (rule.inLayer ?? inLayer) === inLayer &&
      (rule.isStream ?? isStream) === isStream;
    const layers = new Map<TargetKind, Place>();
    const layerRules = this.#rules.layer.filter(
      (rule) => holds(rule) && (rule.fromDepth ?? 0) < depth,
    );
    return {
      number: this.#count++,
      targets,
      parameterRules: this.#rules.parameter.filter(holds),
      layerQuestions: layerRules.map(questionOf),
      closedLayerQuestions: layerRules.filter((rule) => !rule.skipsClosed).map(questionOf),
      inside: (layer) =>
        remember(layers, layer, () => this.#make([layer], sources, isStream, depth + 1)),
    };
  }
}

function questionOf(rule: LayerRule): Question<Layer> {
  return { rule, ask: rule.checkLayer };
}

function areAmong(kinds: readonly TargetKind[], allowed = kinds): boolean {
  return kinds.every((kind) => allowed.includes(kind));
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
