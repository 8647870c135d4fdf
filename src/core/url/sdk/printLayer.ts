import { encodePath, encodeText, type LayerEncoding } from './encodeLayerInput.ts';
import type { TransformationStep } from './buildTransformationString.ts';
import { own } from './own.ts';

type Size = number | string;

export interface LayerPosition {
  readonly x?: Size;
  readonly y?: Size;
  readonly xCenter?: Size;
  readonly yCenter?: Size;
  readonly anchorPoint?: Size;
  readonly focus?: Size;
}

export interface LayerTiming {
  readonly start?: Size;
  readonly end?: Size;
  readonly duration?: Size;
}

interface LayerCommon {
  readonly layerMode?: string;
  readonly position?: LayerPosition;
  readonly timing?: LayerTiming;
  readonly transformation?: readonly TransformationStep[];
  readonly encoding?: LayerEncoding;
}

/** The SDKs' `overlay`. */
export type Overlay = LayerCommon &
  (
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'image' | 'video' | 'subtitle'; readonly input: string }
    | { readonly type: 'solidColor'; readonly color: string }
  );

/** All that a layer of some type may have, each part perhaps missing. */
type AnyLayer = LayerCommon & Partial<Record<'type' | 'text' | 'input' | 'color', string>>;

type Codes<Part> = readonly (readonly [name: keyof Part, code: string])[];

const coordinates: Codes<LayerPosition> = [
  ['x', 'lx'],
  ['y', 'ly'],
  ['xCenter', 'lxc'],
  ['yCenter', 'lyc'],
];

/** @imagekit/javascript 5.5 prints the anchor point before the focus. */
export const browserPositionCodes: Codes<LayerPosition> = [
  ...coordinates,
  ['anchorPoint', 'lap'],
  ['focus', 'lfo'],
];

/** @imagekit/nodejs 7 prints it behind. */
export const nodePositionCodes: Codes<LayerPosition> = [
  ...coordinates,
  ['focus', 'lfo'],
  ['anchorPoint', 'lap'],
];

export const timingCodes: Codes<LayerTiming> = [
  ['start', 'lso'],
  ['end', 'leo'],
  ['duration', 'ldu'],
];

const openings: ReadonlyMap<string, string> = new Map([
  ['image', 'l-image'],
  ['video', 'l-video'],
  ['subtitle', 'l-subtitles'],
]);

/**
 * A layer as the modern SDKs write it.
 * A number 0 counts as absent there, the text `0` does not.
 * @param printNested Prints the layer's own transformation.
 * @returns Empty for a layer that has no type or nothing to show.
 */
export function printLayer(
  overlay: Overlay,
  positionCodes: Codes<LayerPosition>,
  printNested: (steps: readonly TransformationStep[] | undefined) => string,
): string {
  const layer: AnyLayer = overlay;
  const opening = openLayer(layer);
  if (opening === undefined) return '';
  const parts = [...opening];
  const layerMode = own(layer, 'layerMode');
  if (layerMode) parts.push(`lm-${layerMode}`);
  appendPairs(parts, own(layer, 'position'), positionCodes);
  appendPairs(parts, own(layer, 'timing'), timingCodes);
  const nested = printNested(own(layer, 'transformation'));
  if (nested.trim() !== '') parts.push(nested);
  parts.push('l-end');
  return parts.join(',');
}

/** What opens the layer and feeds it; a type that is not known opens nothing and still ends. */
function openLayer(layer: AnyLayer): readonly string[] | undefined {
  const type = own(layer, 'type');
  const encoding = own(layer, 'encoding');
  if (!type) return undefined;
  if (type === 'text') {
    const text = own(layer, 'text');
    return text ? ['l-text', encodeText(text, encoding)] : undefined;
  }
  if (type === 'solidColor') {
    const color = own(layer, 'color');
    return color ? ['l-image', 'i-ik_canvas', `bg-${color}`] : undefined;
  }
  const opening = openings.get(type);
  if (opening === undefined) return [];
  const input = own(layer, 'input');
  return input ? [opening, encodePath(input, encoding)] : undefined;
}

/** @throws TypeError for `null`, as the SDKs do. */
function appendPairs<Part extends object>(
  parts: string[],
  part: Part | undefined,
  codes: Codes<Part>,
): void {
  if (part === undefined) return;
  for (const [name, code] of codes) {
    const value = own(part, name);
    if (value) parts.push(`${code}-${String(value)}`);
  }
}
