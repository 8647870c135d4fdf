import { namesIn, type NamedChains } from '../transformation/cost.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type { Step, Transformation } from '../transformation/tree.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { isUrlOf, type FindAccountContent } from './accountContent.ts';

/**
 * What stands behind the names that a URL uses. Of a URL that uses none nothing is asked.
 * @returns Nothing for a URL of another account, whose names are not known.
 * @throws ImageKitError, also `cancelled`.
 */
export async function findNamedChains(
  url: ImageKitUrl,
  findContent: FindAccountContent,
  signal: AbortSignal,
): Promise<NamedChains> {
  if (namesIn(url).length === 0) return new Map();
  const content = await findContent();
  if (!content || !isUrlOf(content, url)) return new Map();
  const all = await content.namedTransformations(signal);
  return new Map(all.map(({ name, transformation }) => [name, transformation]));
}

/** A step of a transformation and, where it is a name alone that is known, what stands behind it. */
export interface ExpandedStep {
  readonly step: Step;
  readonly behind?: { readonly name: string; readonly steps: readonly Step[] };
}

export function expandNames(
  { steps }: Transformation,
  named: NamedChains = new Map(),
): readonly ExpandedStep[] {
  return steps.map((step) => {
    const [item, ...others] = step.items;
    const name = item?.kind === 'parameter' && item.key.text === 'n' ? item.value?.text : undefined;
    const chain = name === undefined || others.length > 0 ? undefined : named.get(name);
    return name === undefined || chain === undefined
      ? { step }
      : { step, behind: { name, steps: parseTransformation(chain.replace(/^tr:/, '')).steps } };
  });
}
