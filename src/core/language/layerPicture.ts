import { holesIn } from '../text/interpolation.ts';
import { decodeBase64 } from '../text/decodeText.ts';
import { layerParameters } from '../transformation/catalogue/layer.ts';
import { parseTransformation } from '../transformation/parse.ts';
import {
  chainsIn,
  type Item,
  type Layer,
  type Parameter,
  type Step,
} from '../transformation/tree.ts';
import { addressOf } from '../url/addressOf.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { touches } from '../text/offsetRange.ts';

/** What feeds, places and times a layer, and so means nothing without what is under it. */
const ofLayers: ReadonlySet<string> = new Set(layerParameters.map(({ key }) => key));

/**
 * The address of the picture that an image layer shows, by itself and with its own transformation,
 * when the cursor is in the layer.
 * @returns `undefined` where no image layer is, where a template fills in a part, and where the
 * picture is calculated with what is under it.
 */
export function layerPictureAt(url: ImageKitUrl, offset: number): string | undefined {
  if (!url.transformation || url.query.some(({ name }) => name.text === 'ik-s')) return undefined;
  const { text, start } = url.transformation;
  const { steps } = parseTransformation(url.transformation);
  const layer = imageLayerAt(steps, offset);
  // Of one with a hole a template decides what it shows.
  if (!layer || holesIn(url, layer).length > 0) return undefined;
  const path = pathOf(layer);
  const slice = (item: Item): string => text.slice(item.start - start, item.end - start);
  const chain = layer.steps
    .map(({ items }) =>
      items
        .filter((item) => !isOfLayer(item))
        .map(slice)
        .join(','),
    )
    .filter((step) => step !== '')
    .join(':');
  if (path === undefined || /(?:^|[-_])b(?:w|h|ar|du)(?:[_,:]|$)/.test(chain)) {
    return undefined;
  }
  const segment = chain === '' ? '' : `/tr:${chain}`;
  return `${addressOf(url.endpoint)}${segment}/${path}`;
}

/** The innermost, in whatever layer or branch of a condition it is. */
function imageLayerAt(steps: readonly Step[], offset: number): Layer | undefined {
  const block = steps
    .flatMap(({ items }) => items)
    .find((item) => item.kind !== 'parameter' && touches(item, offset));
  if (!block) return undefined;
  const inner = imageLayerAt(chainsIn(block).flat(), offset);
  return inner ?? (isImageLayer(block) ? block : undefined);
}

function isImageLayer(item: Item): item is Layer {
  return item.kind === 'layer' && item.open.value?.text === 'image';
}

function isOfLayer(item: Item): boolean {
  return (
    item.kind === 'parameter' && (item.definition === undefined || ofLayers.has(item.key.text))
  );
}

function pathOf({ steps }: Layer): string | undefined {
  const input = steps[0]?.items.find(
    (item): item is Parameter => item.kind === 'parameter' && /^ie?$/.test(item.key.text),
  );
  const value = input?.value?.text;
  if (value === undefined || value === 'ik_canvas') return undefined;
  if (input?.key.text === 'i') return value.replaceAll('@@', '/').replace(/^\//, '');
  const decoded = decodeBase64(value)?.replace(/^\//, '');
  return decoded?.split('/').map(encodeURIComponent).join('/');
}
