import { addressOf } from './addressOf.ts';
import { setTransformation } from './editUrl.ts';
import type { ImageKitUrl } from './imageKitUrl.ts';

/**
 * The address of the file as it was uploaded, which ImageKit delivers without any optimization.
 * Source: https://imagekit.io/docs/transformations (orig)
 * @returns `undefined` for a signed URL, which is good for itself alone, and where something is made
 * of the file that its transformation does not tell.
 */
export function originalUrl(url: ImageKitUrl): string | undefined {
  const { prefix, suffix, assetPath, query } = url;
  const isSigned = query.some(({ name }) => name.text === 'ik-s');
  if (isSigned || prefix || suffix || assetPath.text.includes('/tr:')) return undefined;
  return addressOf({ text: setTransformation(url, 'orig-true') });
}
