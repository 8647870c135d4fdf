import { createOrigins, type Origins } from './accounts/origins.ts';
import { createUrlEndpoints, type UrlEndpoints } from './accounts/urlEndpoints.ts';
import { createUsage, type Usage } from './accounts/usage.ts';
import { createUsageAnalytics, type UsageAnalytics } from './accounts/usageAnalytics.ts';
import type { ApiCaller } from './endpoint.ts';

/** All of them need a key that may see the account: others are `forbidden`. */
export interface Accounts {
  readonly usage: Usage;
  readonly usageAnalytics: UsageAnalytics;
  readonly origins: Origins;
  readonly urlEndpoints: UrlEndpoints;
}

export function createAccounts(call: ApiCaller): Accounts {
  return {
    usage: createUsage(call),
    usageAnalytics: createUsageAnalytics(call),
    origins: createOrigins(call),
    urlEndpoints: createUrlEndpoints(call),
  };
}
