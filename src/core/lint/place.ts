import type { TargetKind } from '../transformation/catalogue/parameterDefinition.ts';
import type { LayerRule, ParameterRule, RulePlace } from './rule.ts';
import type { RuleSet } from './rules.ts';

/** Where steps stand, and the rules that hold there. Of one linter there is one for each place. */
export interface Place {
  /** Counts from 0. */
  readonly number: number;
  /** What the steps are applied to. */
  readonly targets: readonly TargetKind[];
  readonly parameterRules: readonly ParameterRule[];
  /** About the layer itself. */
  readonly layerRules: readonly LayerRule[];
  /** Inside a layer of this kind. */
  readonly inside: (layer: TargetKind) => Place;
}

/** Makes places, and remembers them. */
export class Places {
  readonly #rules: RuleSet;
  readonly #bySources = new Map<string, Place>();
  #count = 0;

  constructor(rules: RuleSet) {
    this.#rules = rules;
  }

  /** @param sources What the whole asset may be. */
  outside(sources: readonly TargetKind[]): Place {
    const name = sources.length === 1 ? (sources[0] ?? '') : sources.join();
    return remember(this.#bySources, name, () => this.#make(sources, sources, false));
  }

  #make(targets: readonly TargetKind[], sources: readonly TargetKind[], inLayer: boolean): Place {
    const holds = (rule: RulePlace): boolean =>
      areAmong(targets, rule.targets) &&
      areAmong(sources, rule.sources) &&
      (rule.inLayer ?? inLayer) === inLayer;
    const layers = new Map<TargetKind, Place>();
    return {
      number: this.#count++,
      targets,
      parameterRules: this.#rules.parameter.filter(holds),
      layerRules: this.#rules.layer.filter(holds),
      inside: (layer) => remember(layers, layer, () => this.#make([layer], sources, true)),
    };
  }
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
