import type { UrlEndpoints } from '../api/accounts/urlEndpoints.ts';
import type { RequestOptions } from '../api/apiRequest.ts';
import { isLoopbackUrl, sharedHost } from '../url/urlEndpoint.ts';

/**
 * The further URL endpoints of an account: the API knows their prefixes, which stand behind the
 * ImageKit id, or behind the host of a custom domain.
 * Source: https://imagekit.io/docs/api-reference (URL endpoints)
 * @param urlEndpoint Any that the person gave.
 * @returns Without trailing slash and without `urlEndpoint` itself.
 */
export async function discoverUrlEndpoints(
  urlEndpoints: Pick<UrlEndpoints, 'list'>,
  urlEndpoint: string,
  options: RequestOptions,
): Promise<readonly string[]> {
  const entries = await urlEndpoints.list(options);
  const root = rootOf(urlEndpoint);
  const found = entries.map(({ urlPrefix }) => (urlPrefix ? `${root}/${urlPrefix}` : root));
  return [...new Set(found)].filter((endpoint) => endpoint !== urlEndpoint);
}

/** On ImageKit's shared host, and on an emulator, the first segment of the path is the account. */
function rootOf(urlEndpoint: string): string {
  const { origin, host, pathname } = new URL(urlEndpoint);
  const [, id] = pathname.split('/');
  return id && (host === sharedHost || isLoopbackUrl(urlEndpoint)) ? `${origin}/${id}` : origin;
}
