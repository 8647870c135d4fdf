import type { ApiRequest, Repeatability } from './apiRequest.ts';
import type { ImageKitError, ImageKitErrorReason } from './imageKitError.ts';

/** One kind of failure after which trying again can help. */
export interface RetryRule {
  readonly reason: ImageKitErrorReason;
  /** Only these statuses; without it every failure with the reason. */
  readonly statuses?: readonly number[];
  /** Which calls are sent again. */
  readonly repeats: readonly Repeatability[];
  /** Attempts after the first; those of a rule that holds are bounded by time alone. */
  readonly retries: number;
  /** Whether the service may have done its work although the call failed. */
  readonly mayBeDone: boolean;
  /** Whether every call of the endpoint waits, see `RateLimits`. */
  readonly holds?: true;
}

export interface RetryPolicy {
  /** The first one that fits a failure counts; a failure that fits none is final. */
  readonly rules: readonly RetryRule[];
  /** Milliseconds before the first retry; each further wait is twice as long. */
  readonly firstWaitMs: number;
  /** A wait of our own is never longer. */
  readonly longestBackOffMs: number;
  /**
   * Beyond this a call fails, and the person decides: after a longer wait that the service asks for,
   * or after so long with nothing but refusals. Somebody looks at a list; an upload runs beside.
   */
  readonly longestWaitMs: Readonly<Record<ApiRequest['host'], number>>;
  /**
   * Part of a wait that chance decides, 0 to 1: off a wait of our own, on top of one that the
   * service asked for, so that calls which were refused together do not come back together.
   */
  readonly jitter: number;
}

/** What a gateway answers when it lost the service behind it; a 500 is the service's own answer. */
const gatewayStatuses = [502, 503, 504];

export const retryPolicy: RetryPolicy = {
  rules: [
    // Refused before anything was done, so even an upload may come again.
    {
      reason: 'rateLimited',
      repeats: ['read', 'idempotent', 'once'],
      retries: Number.POSITIVE_INFINITY,
      mayBeDone: false,
      holds: true,
    },
    {
      reason: 'server',
      statuses: gatewayStatuses,
      repeats: ['read', 'idempotent'],
      retries: 2,
      mayBeDone: true,
    },
    { reason: 'server', repeats: ['read'], retries: 2, mayBeDone: true },
    { reason: 'connectionLost', repeats: ['read', 'idempotent'], retries: 2, mayBeDone: true },
    // The service gave up on a request that came too slowly. Our own time-outs are long enough.
    {
      reason: 'timedOut',
      statuses: [408],
      repeats: ['read', 'idempotent'],
      retries: 1,
      mayBeDone: true,
    },
  ],
  firstWaitMs: 500,
  longestBackOffMs: 10_000,
  longestWaitMs: { api: 10_000, upload: 300_000 },
  jitter: 0.25,
};

/** The rule for a failure of such a call, `undefined` where the failure is final. */
export function ruleFor(
  { rules }: RetryPolicy,
  repeat: Repeatability,
  { reason, status }: ImageKitError,
): RetryRule | undefined {
  const rule = rules.find(
    ({ reason: ruled, statuses }) =>
      ruled === reason &&
      (statuses === undefined || (status !== undefined && statuses.includes(status))),
  );
  return rule?.repeats.includes(repeat) ? rule : undefined;
}

/**
 * Milliseconds to wait before the next attempt, `undefined` for giving up.
 * @param attempt How many attempts failed already, from 1.
 * @param random From 0 up to 1.
 */
export function retryWait(
  policy: RetryPolicy,
  { repeat, host }: Pick<ApiRequest, 'repeat' | 'host'>,
  error: ImageKitError,
  attempt: number,
  random: number,
): number | undefined {
  const rule = ruleFor(policy, repeat, error);
  if (rule === undefined || attempt > rule.retries) return undefined;
  const asked = error.retryAfterMs;
  if (asked === undefined) return backOff(policy, attempt) * (1 - policy.jitter * random);
  return asked > policy.longestWaitMs[host] ? undefined : asked * (1 + policy.jitter * random);
}

/**
 * Milliseconds in which nothing is sent to the endpoint after a refusal of its rate.
 * @param attempt How often the call was refused, from 1.
 */
export function holdAfter(policy: RetryPolicy, error: ImageKitError, attempt: number): number {
  const asked = error.retryAfterMs;
  if (asked === undefined) return backOff(policy, attempt);
  // A service that says "at once" again and again is not believed.
  return attempt === 1 ? asked : Math.max(asked, backOff(policy, attempt - 1));
}

function backOff({ firstWaitMs, longestBackOffMs }: RetryPolicy, attempt: number): number {
  return Math.min(firstWaitMs * 2 ** (attempt - 1), longestBackOffMs);
}
