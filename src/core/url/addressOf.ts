import type { ImageKitUrl } from './imageKitUrl.ts';

/** The address to request, open or copy: HTML writes the `&` of a query as `&amp;`. */
export function addressOf({ text }: Pick<ImageKitUrl, 'text'>): string {
  return text.replaceAll('&amp;', '&');
}
