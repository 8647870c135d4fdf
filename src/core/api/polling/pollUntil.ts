import type { RequestOptions } from '../apiRequest.ts';
import { systemClock, type Clock } from '../clock.ts';
import { ImageKitError, isImageKitError, type ImageKitErrorReason } from '../imageKitError.ts';

/** All times in milliseconds. */
export interface PollingPolicy {
  readonly firstWaitMs: number;
  /** How much longer each wait is than the one before. */
  readonly growth: number;
  readonly longestWaitMs: number;
  /** Part of a wait that chance may take off, 0 to 1. */
  readonly jitter: number;
  /** When asking ends, unless the caller says otherwise. */
  readonly timeLimitMs: number;
  /** Failures to ask that say nothing about the job itself. */
  readonly passing: readonly ImageKitErrorReason[];
}

export interface PollOptions extends RequestOptions {
  readonly timeLimitMs?: number;
  readonly clock?: Clock;
  /** From 0 up to 1; `Math.random` by default. */
  readonly random?: () => number;
}

/**
 * Asks for a status until it is a final one, and gives that one.
 * Fails with `stillRunning` at the time limit, `cancelled` as soon as the signal is aborted, and
 * with the failure to ask where it will not pass.
 */
export async function pollUntil<Status>(
  read: (options: RequestOptions) => Promise<Status>,
  isFinal: (status: Status) => boolean,
  policy: PollingPolicy,
  {
    signal,
    timeLimitMs = policy.timeLimitMs,
    clock = systemClock,
    random = Math.random,
  }: PollOptions = {},
): Promise<Status> {
  const end = clock.now() + timeLimitMs;
  let cause: unknown;
  for (
    let wait = policy.firstWaitMs;
    ;
    wait = Math.min(wait * policy.growth, policy.longestWaitMs)
  ) {
    let atLeast = 0;
    try {
      const status = await read({ signal });
      if (isFinal(status)) return status;
      cause = undefined;
    } catch (error) {
      if (!isImageKitError(error) || !policy.passing.includes(error.reason)) throw error;
      cause = error;
      atLeast = error.retryAfterMs ?? 0;
    }
    const left = end - clock.now();
    if (left <= 0) {
      throw new ImageKitError('stillRunning', 'The job did not end in time', { cause });
    }
    const pause = Math.max(wait * (1 - policy.jitter * random()), atLeast);
    // The last look is at the time limit itself.
    await clock.wait(Math.min(pause, left), signal);
  }
}
