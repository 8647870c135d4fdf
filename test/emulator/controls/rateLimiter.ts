import type { Exchange } from '../server/exchange.ts';
import type { ConditionValues } from './conditionsSchema.ts';
import { matches } from './matchRequest.ts';

type Rule = ConditionValues['rateLimits'][number];

interface Window {
  readonly endsAt: number;
  count: number;
}

export interface RateState {
  readonly exceeded: boolean;
  /** Those of the window that leaves the least room. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Counts requests per endpoint of the media API in fixed windows. Uploads are not counted. Answers
 * tell of the limits that are set, all of them and not only refusals, as the older documentation has
 * it; without one there is nothing true to tell, as the service's own numbers are not published.
 */
export class RateLimiter {
  readonly #rules: readonly Rule[];
  readonly #windows = new Map<string, Window>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** @param now Unix milliseconds. @returns undefined when no limit is about this request. */
  count(exchange: Exchange, now: number): RateState | undefined {
    if (!exchange.path.startsWith('/v1/')) return undefined;
    const states = this.#rules.flatMap((rule, index) => {
      if (!matches(rule.match, exchange)) return [];
      const window = this.#windowOf(`${String(index)} ${endpointOf(exchange)}`, rule, now);
      window.count += 1;
      return [{ rule, window, left: rule.limit - window.count }];
    });
    const [tightest] = states.toSorted((one, other) => one.left - other.left);
    if (tightest === undefined) return undefined;
    const { rule, window, left } = tightest;
    return {
      exceeded: left < 0,
      headers: {
        'x-ratelimit-limit': String(rule.limit),
        'x-ratelimit-reset': String(Math.max(0, window.endsAt - now)),
        'x-ratelimit-interval': String(rule.intervalMs),
      },
    };
  }

  #windowOf(key: string, rule: Rule, now: number): Window {
    const found = this.#windows.get(key);
    if (found !== undefined && now < found.endsAt) return found;
    const opened = { endsAt: now + rule.intervalMs, count: 0 };
    this.#windows.set(key, opened);
    return opened;
  }
}

/** Ids are not part of an endpoint: all files share its limit. */
function endpointOf({ method, path }: Exchange): string {
  return `${method} ${path.replaceAll(/[0-9a-f]{24}/gi, ':id')}`;
}
