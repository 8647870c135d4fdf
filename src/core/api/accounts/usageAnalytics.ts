import * as v from 'valibot';
import type { RequestOptions } from '../apiRequest.ts';
import { endpoint, type ApiCaller } from '../endpoint.ts';
import { numberOrNull, text, textOrNull } from '../schemaParts.ts';
import { ensureDayRange, type DayRange } from './dayRange.ts';

const entries = v.nullish(
  v.array(
    v.looseObject({
      name: textOrNull,
      /** Of a country. */
      code: textOrNull,
      requestCount: numberOrNull,
      bandwidthBytes: numberOrNull,
      /** Of an extension. */
      operationCount: numberOrNull,
    }),
  ),
);
const rankings = v.nullish(v.looseObject({ byRequests: entries, byBandwidth: entries }));

const analyticsSchema = v.looseObject({
  /** When it was computed, ISO 8601. */
  generatedAt: textOrNull,
  startDate: text,
  endDate: text,
  requestCount: numberOrNull,
  bandwidthBytes: numberOrNull,
  cache: v.nullish(
    v.looseObject({ hitCount: numberOrNull, missCount: numberOrNull, errorCount: numberOrNull }),
  ),
  browser: rankings,
  country: rankings,
  device: rankings,
  format: rankings,
  urlEndpoints: rankings,
  topImages: rankings,
  topImageTransforms: rankings,
  topVideos: rankings,
  topVideoTransforms: rankings,
  topOtherAssets: rankings,
  topReferrers: rankings,
  topUserAgents: rankings,
  top404Assets: entries,
  statusCodes: entries,
  errorReasons: entries,
  extensions: entries,
  videoProcessing: v.nullish(
    v.array(
      v.looseObject({ codec: textOrNull, resolution: textOrNull, durationSeconds: numberOrNull }),
    ),
  ),
});

export type AccountUsageAnalytics = v.InferOutput<typeof analyticsSchema>;

/**
 * Who asked for what, the last day included (beta). The service keeps the answer for 5 minutes.
 * Source: https://imagekit.io/docs/api-reference (Usage analytics)
 */
export interface UsageAnalytics {
  get(params: DayRange, options?: RequestOptions): Promise<AccountUsageAnalytics>;
}

const get = endpoint('GET', '/v1/accounts/usage-analytics', 'usage analytics', analyticsSchema);

export function createUsageAnalytics(call: ApiCaller): UsageAnalytics {
  return {
    async get({ startDate, endDate }, { signal } = {}) {
      ensureDayRange({ startDate, endDate }, { isLastDayIncluded: true });
      return call(get, { query: { startDate, endDate }, signal });
    },
  };
}
