import { decodeBase64, decodeText } from '../../text/decodeText.ts';
import type { Item, Layer, Parameter, Step } from '../../transformation/tree.ts';
import type { TransformationStep } from '../../url/sdk/buildTransformationString.ts';
import { encodePath, encodeText, type LayerEncoding } from '../../url/sdk/encodeLayerInput.ts';
import { browserPositionCodes, timingCodes, type Overlay } from '../../url/sdk/printLayer.ts';
import { optionValue } from './optionValue.ts';
import { hasStandIn } from './standIns.ts';

/** The SDKs' names of layers whose input is a path. */
const fileLayers = { image: 'image', video: 'video', subtitles: 'subtitle' } as const;

/**
 * A layer as the SDKs' `overlay`; whether that prints the same has to be looked at.
 * @param stepOptions How the layer's own steps are written.
 */
export function overlayOptions(
  { open, steps: [first, ...others], close }: Layer,
  stepOptions: (items: readonly Item[]) => TransformationStep,
): Overlay | undefined {
  const items = first?.items ?? [];
  const input = items.find((item) => item.kind === 'parameter' && isInput(item));
  if (!close || input?.kind !== 'parameter') return undefined;
  const shown = shownOf(open.value?.text, input, items);
  if (!shown) return undefined;
  const { overlay, uses } = shown;
  const taken = new Set<Item>(uses);
  const take = (code: string): string | undefined => {
    const found = items.find((item) => item.kind === 'parameter' && item.key.text === code);
    if (found?.kind !== 'parameter' || !found.value) return undefined;
    taken.add(found);
    return found.value.text;
  };
  const layerMode = take('lm');
  const position = optionsBy(browserPositionCodes, take);
  const timing = optionsBy(timingCodes, take);
  const rest = items.filter((item) => !taken.has(item));
  const nested = [...(rest.length > 0 ? [rest] : []), ...others.map((step: Step) => step.items)];
  return {
    ...overlay,
    ...(layerMode !== undefined && { layerMode }),
    ...(position && { position }),
    ...(timing && { timing }),
    ...(nested.length > 0 && { transformation: nested.map(stepOptions) }),
  };
}

function isInput({ key }: Parameter): boolean {
  return key.text === 'i' || key.text === 'ie';
}

interface Shown {
  readonly overlay: Overlay;
  /** The parameters that say it. */
  readonly uses: readonly Item[];
}

function shownOf(
  kind: string | undefined,
  input: Parameter,
  items: readonly Item[],
): Shown | undefined {
  const raw = input.value?.text ?? '';
  // What a template fills in may be encoded already.
  if (hasStandIn(raw)) return undefined;
  const isPlain = input.key.text === 'i';
  if (kind === 'text') {
    const text = isPlain ? decodeText(raw) : decodeBase64(raw);
    return text === undefined
      ? undefined
      : { overlay: { type: 'text', text, ...encodingOf(text, encodeText, input) }, uses: [input] };
  }
  const background = items.find((item) => item.kind === 'parameter' && item.key.text === 'bg');
  if (kind === 'image' && raw === 'ik_canvas' && background?.kind === 'parameter') {
    const color = background.value?.text ?? '';
    return { overlay: { type: 'solidColor', color }, uses: [input, background] };
  }
  const type = Object.entries(fileLayers).find(([name]) => name === kind)?.[1];
  const path = isPlain ? raw.replaceAll('@@', '/') : decodeBase64(raw);
  return type && path !== undefined
    ? { overlay: { type, input: path, ...encodingOf(path, encodePath, input) }, uses: [input] }
    : undefined;
}

/** What the SDK has to be told so that it writes the input as it is written here. */
function encodingOf(
  text: string,
  encode: (text: string, encoding: LayerEncoding) => string,
  { key, value }: Parameter,
): { readonly encoding?: LayerEncoding } {
  const wanted = `${key.text}-${value?.text ?? ''}`;
  if (encode(text, 'auto') === wanted) return {};
  const encoding = (['plain', 'base64'] as const).find((each) => encode(text, each) === wanted);
  return encoding ? { encoding } : {};
}

function optionsBy<Name extends string>(
  codes: readonly (readonly [name: Name, code: string])[],
  take: (code: string) => string | undefined,
): Partial<Record<Name, string | number>> | undefined {
  const options: Partial<Record<Name, string | number>> = {};
  for (const [name, code] of codes) {
    const text = take(code);
    // The SDKs take a number 0 for nothing.
    if (text !== undefined) options[name] = text === '0' ? text : optionValue(text);
  }
  return Object.keys(options).length > 0 ? options : undefined;
}
