import type { Layer, LayerType, Step } from './chain.ts';
import { decodeBase64Input, decodePathInput, decodeText } from './layerInput.ts';
import { TransformationError } from './transformationError.ts';

interface OpenStep {
  parameters: Map<string, string>;
  layers: Layer[];
}

interface OpenLayer {
  readonly type: LayerType;
  plain: string | undefined;
  encoded: string | undefined;
  readonly steps: OpenStep[];
}

const layerTypes: readonly LayerType[] = ['image', 'text', 'video', 'subtitles'];

const newStep = (): OpenStep => ({ parameters: new Map(), layers: [] });

/**
 * Reads a chain such as `w-300,h-200:rt-90`. `,` and `:` separate at every depth; what stands
 * between `l-…` and its `l-end` belongs to the layer.
 * @param text percent-decoded.
 * @throws {TransformationError} for a layer without input or end.
 */
export function parseChain(text: string): Step[] {
  const chain: OpenStep[] = [newStep()];
  const open: OpenLayer[] = [];
  const last = (): OpenStep => {
    const steps = open.at(-1)?.steps ?? chain;
    return steps.at(-1) ?? newStep();
  };
  for (const { separator, item } of readItems(text)) {
    if (separator === ':') (open.at(-1)?.steps ?? chain).push(newStep());
    if (item === '') continue;
    const { key, value } = splitItem(item);
    if (key !== 'l') {
      if (!takeInput(open.at(-1), key, value)) last().parameters.set(key, value);
    } else if (value === 'end') {
      const layer = open.pop();
      if (layer === undefined) throw new TransformationError('l-end without a layer');
      last().layers.push(closeLayer(layer));
    } else {
      const type = layerTypes.find((each) => each === value);
      if (type === undefined) throw new TransformationError(`unknown layer type ${value}`);
      open.push({ type, plain: undefined, encoded: undefined, steps: [newStep()] });
    }
  }
  if (open.length > 0) throw new TransformationError('a layer is not closed by l-end');
  return chain.filter((step) => step.parameters.size > 0 || step.layers.length > 0);
}

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

function takeInput(layer: OpenLayer | undefined, key: string, value: string): boolean {
  if (layer === undefined || (key !== 'i' && key !== 'ie')) return false;
  if (key === 'i') layer.plain = value;
  else layer.encoded = value;
  return true;
}

function closeLayer(layer: OpenLayer): Layer {
  const { type, plain, encoded, steps } = layer;
  const raw = encoded === undefined ? plain : decodeBase64Input(encoded);
  if (raw === undefined || raw === '') {
    throw new TransformationError(`the ${type} layer has no input`);
  }
  if (type === 'text') return { type, input: encoded === undefined ? decodeText(raw) : raw, steps };
  return { type, input: encoded === undefined ? decodePathInput(raw) : raw, steps };
}
