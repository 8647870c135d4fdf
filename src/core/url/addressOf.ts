import type { ImageKitUrl } from './imageKitUrl.ts';

/**
 * The address to request, open or copy: HTML writes the `&` of a query as `&amp;`, and a URL that has
 * the scheme of its page is asked for with the safe one.
 */
export function addressOf({ text }: Pick<ImageKitUrl, 'text'>): string {
  return text.replaceAll('&amp;', '&').replace(/^\/\//, 'https://');
}
