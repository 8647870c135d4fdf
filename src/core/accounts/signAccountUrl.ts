import { signUrl, type SignUrlOptions } from '../url/signUrl.ts';
import type { Credentials } from './account.ts';
import { urlEndpointFor } from './accountEndpoints.ts';

/**
 * Signs a URL that stands under any of the account's URL endpoints.
 * @throws UrlError for a URL of another account.
 */
export function signAccountUrl(
  url: string,
  account: Pick<Credentials, 'urlEndpoint' | 'otherUrlEndpoints' | 'privateKey'>,
  options: Pick<SignUrlOptions, 'expiresInSeconds' | 'now'> = {},
): string {
  const urlEndpoint = urlEndpointFor(account, url) ?? account.urlEndpoint;
  return signUrl(url, { ...options, privateKey: account.privateKey, urlEndpoint });
}
