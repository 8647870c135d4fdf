import { namesIn, type NamedChains } from '../transformation/cost.ts';
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
