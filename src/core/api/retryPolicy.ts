import type { HttpRequest } from './httpTransport.ts';
import type { ImageKitError, ImageKitErrorReason } from './imageKitError.ts';

export interface RetryPolicy {
  readonly methods: ReadonlySet<HttpRequest['method']>;
  readonly reasons: ReadonlySet<ImageKitErrorReason>;
  /** Attempts after the first. */
  readonly retries: number;
  /** Milliseconds before the first retry; each further wait is twice as long. */
  readonly firstWaitMs: number;
  /** A service that asks for a longer wait gets no retry: the person shall decide. */
  readonly longestWaitMs: number;
  /** Part of a computed wait that chance may take off, 0 to 1. */
  readonly jitter: number;
}

/** Only what changes nothing is repeated, and only where trying again can help. */
export const retryPolicy: RetryPolicy = {
  methods: new Set(['GET']),
  reasons: new Set(['rateLimited', 'server', 'connectionLost']),
  retries: 2,
  firstWaitMs: 500,
  longestWaitMs: 10_000,
  jitter: 0.25,
};

/**
 * Milliseconds to wait before the next attempt, `undefined` for giving up.
 * @param attempt How many attempts failed already, from 1.
 * @param random From 0 up to 1.
 */
export function retryWait(
  policy: RetryPolicy,
  method: HttpRequest['method'],
  error: ImageKitError,
  attempt: number,
  random: number,
): number | undefined {
  if (!policy.methods.has(method) || !policy.reasons.has(error.reason)) return undefined;
  if (attempt > policy.retries) return undefined;
  if (error.retryAfterMs !== undefined) {
    return error.retryAfterMs > policy.longestWaitMs ? undefined : error.retryAfterMs;
  }
  const wait = Math.min(policy.firstWaitMs * 2 ** (attempt - 1), policy.longestWaitMs);
  return wait * (1 - policy.jitter * random);
}
