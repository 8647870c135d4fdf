import type { Layer, LayerType, Step } from './chain.ts';
import { decodeBase64Input, decodePathInput, decodeText } from './layerInput.ts';
import { TransformationError } from './transformationError.ts';

interface OpenStep {
  parameters: Map<string, string>;
  layers: Layer[];
  branching?: { condition: string; whenTrue: OpenStep[]; whenFalse: OpenStep[] };
}

interface OpenLayer {
  readonly kind: 'layer';
  readonly type: LayerType;
  plain: string | undefined;
  encoded: string | undefined;
  /** Where what follows goes. */
  readonly steps: OpenStep[];
}

interface OpenCondition {
  readonly kind: 'if';
  readonly condition: string;
  readonly whenTrue: OpenStep[];
  whenFalse: OpenStep[] | undefined;
  steps: OpenStep[];
}

const layerTypes: readonly LayerType[] = ['image', 'text', 'video', 'subtitles'];

const newStep = (): OpenStep => ({ parameters: new Map(), layers: [] });

/**
 * Reads a chain such as `w-300,h-200:rt-90`. `,` and `:` separate at every depth; what stands
 * between `l-…` and its `l-end` belongs to the layer, between `if-…` and `if-end` to the condition.
 * @param text percent-decoded.
 * @throws {TransformationError} for a layer without input or end, and a condition that is not the
 * whole of its step.
 */
export function parseChain(text: string): Step[] {
  const reader = new ChainReader();
  for (const { separator, item } of readItems(text)) {
    if (separator === ':') reader.startStep();
    if (item === '') continue;
    const { key, value } = splitItem(item);
    if (key === 'l') reader.takeLayer(value);
    else if (key === 'if') reader.takeCondition(value);
    else reader.takeParameter(key, value);
  }
  return reader.finish();
}

class ChainReader {
  readonly #chain: OpenStep[] = [newStep()];
  readonly #open: (OpenLayer | OpenCondition)[] = [];

  get #steps(): OpenStep[] {
    return this.#open.at(-1)?.steps ?? this.#chain;
  }

  /** The step that what comes next belongs to. */
  #last(): OpenStep {
    const last = this.#steps.at(-1) ?? newStep();
    if (last.branching !== undefined) throw notAlone();
    return last;
  }

  startStep(): void {
    this.#steps.push(newStep());
  }

  takeParameter(key: string, value: string): void {
    const open = this.#open.at(-1);
    if (open?.kind !== 'layer' || (key !== 'i' && key !== 'ie')) {
      this.#last().parameters.set(key, value);
    } else if (key === 'i') {
      open.plain = value;
    } else {
      open.encoded = value;
    }
  }

  takeLayer(value: string): void {
    if (value === 'end') {
      const layer = this.#open.pop();
      if (layer?.kind !== 'layer') throw new TransformationError('l-end without a layer');
      this.#last().layers.push(closeLayer(layer));
      return;
    }
    const type = layerTypes.find((each) => each === value);
    if (type === undefined) throw new TransformationError(`unknown layer type ${value}`);
    this.#open.push({
      kind: 'layer',
      type,
      plain: undefined,
      encoded: undefined,
      steps: [newStep()],
    });
  }

  takeCondition(value: string): void {
    const open = this.#open.at(-1);
    if (value !== 'else' && value !== 'end') {
      if (!isEmpty(this.#last())) throw notAlone();
      const whenTrue = [newStep()];
      this.#open.push({
        kind: 'if',
        condition: value,
        whenTrue,
        whenFalse: undefined,
        steps: whenTrue,
      });
    } else if (open?.kind !== 'if' || (value === 'else' && open.whenFalse !== undefined)) {
      throw new TransformationError(`if-${value} without a condition`);
    } else if (value === 'else') {
      open.steps = open.whenFalse = [newStep()];
    } else {
      this.#open.pop();
      const { condition, whenTrue, whenFalse = [] } = open;
      this.#last().branching = {
        condition,
        whenTrue: whenTrue.filter(isFilled),
        whenFalse: whenFalse.filter(isFilled),
      };
    }
  }

  finish(): Step[] {
    const open = this.#open.at(-1);
    if (open !== undefined) {
      const what =
        open.kind === 'if'
          ? 'a condition is not closed by if-end'
          : 'a layer is not closed by l-end';
      throw new TransformationError(what);
    }
    return this.#chain.filter(isFilled);
  }
}

const isEmpty = (step: OpenStep): boolean =>
  step.parameters.size === 0 && step.layers.length === 0 && step.branching === undefined;
const isFilled = (step: OpenStep): boolean => !isEmpty(step);

const notAlone = (): TransformationError =>
  new TransformationError('a condition must be alone in its step');

function* readItems(text: string): Generator<{ separator: string; item: string }> {
  for (const match of text.matchAll(/(^|[,:])([^,:]*)/g)) {
    yield { separator: match[1] ?? '', item: (match[2] ?? '').trim() };
  }
}

/** `w-300` → `w`, `300`; an effect's name belongs to the key: `e-sharpen-10` → `e-sharpen`, `10`. */
function splitItem(item: string): { key: string; value: string } {
  const effect = /^(e-[a-z0-9]+)(?:-(.*))?$/is.exec(item);
  if (effect !== null) return { key: effect[1] ?? '', value: effect[2] ?? '' };
  const dash = item.indexOf('-');
  if (dash === -1) return { key: item, value: '' };
  return { key: item.slice(0, dash), value: item.slice(dash + 1) };
}

function closeLayer(layer: OpenLayer): Layer {
  const { type, plain, encoded } = layer;
  const steps = layer.steps.filter(isFilled);
  const raw = encoded === undefined ? plain : decodeBase64Input(encoded);
  if (raw === undefined || raw === '') {
    throw new TransformationError(`the ${type} layer has no input`);
  }
  if (type === 'text') return { type, input: encoded === undefined ? decodeText(raw) : raw, steps };
  return { type, input: encoded === undefined ? decodePathInput(raw) : raw, steps };
}
