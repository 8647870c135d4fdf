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

const layerTargets: readonly (readonly [name: string, target: TargetKind])[] = [
  ['image', 'imageLayer'],
  ['video', 'videoLayer'],
  ['text', 'textLayer'],
  ['subtitles', 'subtitleLayer'],
];

/** What the parameters inside a layer are applied to. */
export function targetOfLayer({ open, steps }: Layer): TargetKind {
  for (const item of steps[0]?.items ?? []) if (isCanvas(item)) return 'canvasLayer';
  for (const [name, target] of layerTargets) if (open.hasValue(name)) return target;
  return 'imageLayer';
}

function isCanvas(item: Item): boolean {
  return item.kind === 'parameter' && item.hasValue('ik_canvas') && item.definition?.key === 'i';
}
