import type { ApiAnswer, ApiRequest, ApiSender } from './apiRequest.ts';
import type { Clock } from './clock.ts';
import { isImageKitError, type ImageKitError } from './imageKitError.ts';
import type { RateLimits } from './rateLimits.ts';
import { holdAfter, retryPolicy, retryWait, ruleFor } from './retryPolicy.ts';

export interface Retrying {
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly limits: RateLimits;
}

/** The sender with the retry policy and the service's rate limits around it. */
export function retrying(
  send: ApiSender,
  { clock, random, limits }: Retrying,
  policy = retryPolicy,
): ApiSender {
  return async (request) => {
    let mayBeDone = false;
    let refusal: ImageKitError | undefined;
    for (let failures = 1, refusals = 1; ;) {
      const sentAt = await limits.turn(request, refusal);
      try {
        const answer = await send(request);
        limits.accepted(request);
        return answer;
      } catch (error) {
        if (!isImageKitError(error)) throw error;
        if (mayBeDone && isDone(request, error)) return gone;
        const rule = ruleFor(policy, request.repeat, error);
        if (rule?.holds) {
          refusal = error;
          limits.refused(request, sentAt, holdAfter(policy, error, refusals++));
          continue;
        }
        const wait = retryWait(policy, request, error, failures++, random());
        if (wait === undefined) throw error;
        mayBeDone ||= rule?.mayBeDone ?? false;
        await clock.wait(wait, request.signal);
      }
    }
  };
}

const gone: ApiAnswer = { status: 204, value: undefined };

/** What an earlier attempt deleted, of whose answer nothing is known, is not there any more. */
function isDone({ method }: ApiRequest, error: unknown): boolean {
  return method === 'DELETE' && isImageKitError(error, 'notFound');
}
