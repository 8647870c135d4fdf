import type { Credentials } from './account.ts';

type Endpoints = Pick<Credentials, 'urlEndpoint' | 'otherUrlEndpoints'>;

/** All URL endpoints of an account, the one for new URLs first. */
export function urlEndpointsOf(account: Endpoints): readonly string[] {
  return [account.urlEndpoint, ...account.otherUrlEndpoints];
}

/** The longest of the account's URL endpoints that the URL stands under, or `undefined`. */
export function urlEndpointFor(account: Endpoints, url: string): string | undefined {
  const lower = url.toLowerCase();
  let best: string | undefined;
  for (const endpoint of urlEndpointsOf(account)) {
    const isUnder = lower.startsWith(`${endpoint.toLowerCase()}/`);
    if (isUnder && endpoint.length > (best?.length ?? 0)) best = endpoint;
  }
  return best;
}
