import { encodePath, encodeText, type LayerEncoding } from './encodeLayerInput.ts';
import type { TransformationStep } from './buildTransformationString.ts';

interface LayerCommon {
  readonly layerMode?: string;
  readonly position?: {
    readonly x?: number | string;
    readonly y?: number | string;
    readonly xCenter?: number | string;
    readonly yCenter?: number | string;
    readonly anchorPoint?: string;
    readonly focus?: string;
  };
  readonly timing?: {
    readonly start?: number | string;
    readonly end?: number | string;
    readonly duration?: number | string;
  };
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

type PrintSteps = (steps: readonly TransformationStep[] | undefined) => string;

/**
 * A layer as @imagekit/javascript 5.5 writes it; empty where the layer has nothing to show.
 * A number 0 counts as absent there, the text `0` does not.
 */
export function printLayer(overlay: Overlay, printSteps: PrintSteps): string {
  const { type, layerMode, position = {}, timing = {} } = overlay;
  // The SDK knows a layer by its type; without one there is none.
  if (!type) return '';
  const opening = openingOf(overlay);
  if (opening?.length === 0) return '';
  const parts = [
    ...(opening ?? []),
    ...(layerMode ? [`lm-${layerMode}`] : []),
    ...pairs([
      ['lx', position.x],
      ['ly', position.y],
      ['lxc', position.xCenter],
      ['lyc', position.yCenter],
      ['lap', position.anchorPoint],
      ['lfo', position.focus],
      ['lso', timing.start],
      ['leo', timing.end],
      ['ldu', timing.duration],
    ]),
  ];
  const nested = printSteps(overlay.transformation);
  return [...parts, ...(nested && nested.trim() !== '' ? [nested] : []), 'l-end'].join(',');
}

/** What opens the layer and feeds it; nothing without input, `undefined` for an unknown type. */
function openingOf(overlay: Overlay): readonly string[] | undefined {
  const { encoding } = overlay;
  switch (overlay.type) {
    case 'text':
      return overlay.text ? ['l-text', encodeText(overlay.text, encoding)] : [];
    case 'image':
      return overlay.input ? ['l-image', encodePath(overlay.input, encoding)] : [];
    case 'video':
      return overlay.input ? ['l-video', encodePath(overlay.input, encoding)] : [];
    case 'subtitle':
      return overlay.input ? ['l-subtitles', encodePath(overlay.input, encoding)] : [];
    case 'solidColor':
      return overlay.color ? ['l-image', 'i-ik_canvas', `bg-${overlay.color}`] : [];
    default:
      return overlay satisfies never;
  }
}

function pairs(
  entries: readonly (readonly [code: string, value: number | string | undefined])[],
): string[] {
  return entries.flatMap(([code, value]) => (value ? [`${code}-${value}`] : []));
}
