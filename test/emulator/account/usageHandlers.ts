import { ApiError } from '../server/apiError.ts';
import type { Exchange } from '../server/exchange.ts';
import { sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import type { Account } from './account.ts';
import { analyze } from './analytics.ts';

const day = 24 * 3_600_000;
const longestSpan = 90 * day;

/** What a run of each extension costs (pricing page of 2024). */
const extensionUnits: Readonly<Record<string, number>> = {
  'aws-auto-tagging': 1,
  'google-auto-tagging': 2,
  'remove-bg': 130,
};

interface Span {
  readonly startDate: string;
  readonly endDate: string;
  /** Unix milliseconds of their midnights. */
  readonly from: number;
  readonly to: number;
}

/** Both are told about the same traffic; the service would answer from caches of 6 h and 5 min. */
export function usageRoutes({ library, traffic }: Account): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/v1/accounts/usage',
      handle: (exchange) => {
        const { from, to } = readSpan(exchange, 'excluded');
        const units = traffic.extensionsBetween(from, to).map((name) => extensionUnits[name] ?? 1);
        sendJson(exchange, 200, {
          bandwidthBytes: traffic.between(from, to).reduce((sum, { bytes }) => sum + bytes, 0),
          mediaLibraryStorageBytes: library.rows.totalSize(),
          videoProcessingUnitsCount: 0,
          extensionUnitsCount: units.reduce((sum, each) => sum + each, 0),
          originalCacheStorageBytes: 0,
        });
      },
    },
    {
      method: 'GET',
      pattern: '/v1/accounts/usage-analytics',
      handle: (exchange) => {
        const { startDate, endDate, from, to } = readSpan(exchange, 'included');
        // Here the last day counts too.
        const end = to + day;
        sendJson(exchange, 200, {
          startDate,
          endDate,
          generatedAt: new Date().toISOString(),
          ...analyze(traffic.between(from, end), traffic.extensionsBetween(from, end)),
        });
      },
    },
  ];
}

/**
 * @param lastDay Whether the day of the end date counts, so that both dates may be the same.
 * @throws {ApiError} 400 unless both dates are there, in order and less than 90 days apart.
 */
function readSpan({ query }: Exchange, lastDay: 'included' | 'excluded'): Span {
  const read = (name: string): string => {
    const text = query.get(name) ?? '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
      throw new ApiError(400, `The ${name} parameter must be a date such as 2026-01-31.`);
    }
    return text;
  };
  const startDate = read('startDate');
  const endDate = read('endDate');
  const from = Date.parse(startDate);
  const to = Date.parse(endDate);
  if (from > to || (from === to && lastDay === 'excluded')) {
    throw new ApiError(400, 'startDate must be before endDate.');
  }
  if (to - from >= longestSpan) {
    throw new ApiError(400, 'startDate and endDate must be less than 90 days apart.');
  }
  return { startDate, endDate, from, to };
}
