import type { UrlEndpoints } from '../api/accounts/urlEndpoints.ts';
import type { RequestOptions } from '../api/apiRequest.ts';
import { isLoopbackUrl, sharedHost } from '../url/urlEndpoint.ts';

/**
 * The URL endpoints of an account: the API knows their prefixes, which stand behind the ImageKit id
 * and behind the host of each custom domain. It does not know the custom domains themselves.
 * Source: https://imagekit.io/docs/api-reference (URL endpoints)
 * @param known Those that the person gave.
 * @returns Without trailing slash and without those that are known.
 */
export async function discoverUrlEndpoints(
  urlEndpoints: Pick<UrlEndpoints, 'list'>,
  known: readonly string[],
  options: RequestOptions,
): Promise<readonly string[]> {
  const entries = await urlEndpoints.list(options);
  const roots = [...new Set(known.map(rootOf))];
  const found = roots.flatMap((root) =>
    entries.map(({ urlPrefix }) => (urlPrefix ? `${root}/${urlPrefix}` : root)),
  );
  return [...new Set(found)].filter((endpoint) => !known.includes(endpoint));
}

/** On ImageKit's shared host, and on an emulator, the first segment of the path is the account. */
function rootOf(urlEndpoint: string): string {
  const { origin, host, pathname } = new URL(urlEndpoint);
  const [, id] = pathname.split('/');
  return id && (host === sharedHost || isLoopbackUrl(urlEndpoint)) ? `${origin}/${id}` : origin;
}
