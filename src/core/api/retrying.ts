import type { ApiAnswer, ApiRequest, ApiSender } from './apiRequest.ts';
import type { Clock } from './clock.ts';
import { isImageKitError } from './imageKitError.ts';
import { retryPolicy, retryWait, ruleFor } from './retryPolicy.ts';

export interface Retrying {
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The sender with the retry policy around it. */
export function retrying(
  send: ApiSender,
  { clock, random }: Retrying,
  policy = retryPolicy,
): ApiSender {
  return async (request) => {
    let mayBeDone = false;
    for (let attempt = 1; ; attempt++) {
      try {
        return await send(request);
      } catch (error) {
        if (!isImageKitError(error)) throw error;
        if (mayBeDone && isDone(request, error)) return gone;
        const wait = retryWait(policy, request.repeat, error, attempt, random());
        if (wait === undefined) throw error;
        mayBeDone ||= ruleFor(policy, request.repeat, error)?.mayBeDone ?? false;
        if (error.reason === 'rateLimited') request.onRateLimited?.(wait);
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
