import { parseTransformation } from '../../transformation/parse.ts';
import type { Item, Parameter, Transformation } from '../../transformation/tree.ts';
import { addressOf } from '../../url/addressOf.ts';
import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import { buildSrc, type SrcOptions } from '../../url/sdk/buildSrc.ts';
import {
  buildTransformationString,
  type TransformationStep,
} from '../../url/sdk/buildTransformationString.ts';
import { chainMeaning } from './chainMeaning.ts';
import { optionValue } from './optionValue.ts';
import { overlayOptions } from './overlayOptions.ts';
import { hasStandIn } from './standIns.ts';

/**
 * The options that make the SDK's `buildSrc` give this URL, but for the order of parameters in the
 * steps of layers, which means nothing.
 * @returns `undefined` where there are none.
 */
export function sourceOptions(url: ImageKitUrl): SrcOptions | undefined {
  const { endpoint, assetPath, suffix, transformation, query } = url;
  if (query.some(({ name }) => name.text === 'ik-s' || hasStandIn(name.text))) return undefined;
  const path = url.text.slice(assetPath.start - url.start, (suffix ?? assetPath).end - url.start);
  const tree = transformation && parseTransformation(transformation);
  const others = query.filter(({ name }) => name.text !== 'tr');
  const parameters = new URLSearchParams(
    others.map(({ name, value }) => `${name.text}=${value?.text ?? ''}`).join('&'),
  );
  const steps = tree?.steps.map(({ items }) => stepOptions(items, tree));
  const options: SrcOptions = {
    urlEndpoint: endpoint.text,
    src: path,
    ...(others.length > 0 && { queryParameters: Object.fromEntries(parameters) }),
    ...(steps && { transformation: steps }),
    ...(transformation?.position === 'path' && { transformationPosition: 'path' }),
  };
  return isSame(buildSrc(options), withChain(url, buildTransformationString(steps)))
    ? options
    : undefined;
}

/** The URL with its chain as the SDK prints it. */
function withChain({ text, start, transformation }: ImageKitUrl, chain: string): string {
  if (!transformation) return addressOf({ text });
  const before = text.slice(0, transformation.start - start);
  return addressOf({ text: before + chain + text.slice(transformation.end - start) });
}

/** By the SDK's names where that prints the same, and otherwise raw. */
function stepOptions(items: readonly Item[], tree: Transformation): TransformationStep {
  const raw = items
    .map((item) => tree.text.slice(item.start - tree.start, item.end - tree.start))
    .join(',');
  const named = namedOptions(items, tree);
  return named && isSameChain(buildTransformationString([named]), raw) ? named : { raw };
}

function namedOptions(
  items: readonly Item[],
  tree: Transformation,
): TransformationStep | undefined {
  const entries = items.map((item): readonly [string, unknown] | undefined => {
    switch (item.kind) {
      case 'parameter':
        return parameterOption(item);
      case 'layer': {
        const overlay = overlayOptions(item, (nested) => stepOptions(nested, tree));
        return overlay && ['overlay', overlay];
      }
      case 'conditional':
        return undefined;
      default:
        return item satisfies never;
    }
  });
  const known = entries.filter((entry) => entry !== undefined);
  const names = new Set(known.map(([name]) => name));
  // A step has one layer; a second one would take its place.
  return names.size === items.length ? Object.fromEntries(known) : undefined;
}

/** `undefined` for a key that is no name of an option. */
function parameterOption({
  key,
  value,
  definition,
}: Parameter): readonly [string, string | number | true] | undefined {
  if (!/^[\w-]+$/.test(key.text) || hasStandIn(key.text)) return undefined;
  const isSwitch = value === undefined || value.text === 'true';
  return [definition?.name ?? key.text, isSwitch ? true : optionValue(value.text)];
}

function isSameChain(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => {
    const tree = parseTransformation(text);
    return chainMeaning(tree.steps, tree);
  });
  return first === second;
}

/** The order of the query's parameters means nothing. */
function isSame(built: string, original: string): boolean {
  return canonical(built) === canonical(original);
}

function canonical(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url) return undefined;
  const query = url.search.slice(1).split('&').toSorted();
  return `${url.origin}${url.pathname}?${query.join('&')}`;
}
