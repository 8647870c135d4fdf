import * as v from 'valibot';
import type { RequestOptions } from '../apiRequest.ts';
import { endpoint, type ApiCaller } from '../endpoint.ts';
import { numberOrNull } from '../schemaParts.ts';
import { ensureDayRange, type DayRange } from './dayRange.ts';

const usageSchema = v.looseObject({
  bandwidthBytes: numberOrNull,
  mediaLibraryStorageBytes: numberOrNull,
  originalCacheStorageBytes: numberOrNull,
  videoProcessingUnitsCount: numberOrNull,
  extensionUnitsCount: numberOrNull,
});

export type AccountUsage = v.InferOutput<typeof usageSchema>;

/**
 * What the account used, without the last day. The service keeps the answer for 6 hours.
 * Source: https://imagekit.io/docs/api-reference (Usage)
 */
export interface Usage {
  get(params: DayRange, options?: RequestOptions): Promise<AccountUsage>;
}

const get = endpoint('GET', '/v1/accounts/usage', 'usage', usageSchema);

export function createUsage(call: ApiCaller): Usage {
  return {
    async get({ startDate, endDate }, { signal } = {}) {
      ensureDayRange({ startDate, endDate }, { isLastDayIncluded: false });
      return call(get, { query: { startDate, endDate }, signal });
    },
  };
}
