import type { TargetKind } from '../transformation/catalogue/parameterDefinition.ts';
import type { Item, Layer } from '../transformation/tree.ts';
import { isVideo } from '../url/assetKind.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';

/** Where the path does not tell what the asset is. */
export const unknownTargets: readonly TargetKind[] = ['image', 'video'];

/** What the asset of a URL is, as far as its path and suffix tell. */
export function targetsOfUrl(url: ImageKitUrl): readonly TargetKind[] {
  const video = isVideo(url);
  if (url.suffix?.text === 'ik-thumbnail.jpg') {
    return [video ? 'videoThumbnail' : 'documentThumbnail'];
  }
  if (video) return ['video'];
  return /\.[a-z0-9]+$/i.test(url.assetPath.text) ? ['image'] : unknownTargets;
}

/** What a layer may be. */
export const layerTargets: readonly TargetKind[] = [
  'imageLayer',
  'textLayer',
  'videoLayer',
  'subtitleLayer',
  'canvasLayer',
];

const layerTypes = ['image', 'text', 'video', 'subtitles'] as const;
const imageLayer = 0;
const canvasLayer = layerTypes.length;

/** What the parameters inside a layer are applied to. */
export function targetOfLayer(layer: Layer): TargetKind {
  return layerTargets[layerTargetOf(layer)] ?? 'imageLayer';
}

/** The same as its place among the targets of layers, which is quicker. */
export function layerTargetOf({ open, steps }: Layer): number {
  const [first] = steps;
  if (first) for (const item of first.items) if (isCanvas(item)) return canvasLayer;
  for (let type = 0; type < layerTypes.length; type++) {
    if (open.hasValue(layerTypes[type] ?? '')) return type;
  }
  return imageLayer;
}

function isCanvas(item: Item): boolean {
  return item.kind === 'parameter' && item.hasValue('ik_canvas') && item.definition?.key === 'i';
}
