import type { ApiSender } from './apiRequest.ts';
import { ImageKitError, isImageKitError } from './imageKitError.ts';
import { retryPolicy, retryWait } from './retryPolicy.ts';

/** The sender with the retry policy around it. */
export function retrying(send: ApiSender, random: () => number, policy = retryPolicy): ApiSender {
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await send(request);
      } catch (error) {
        const wait = isImageKitError(error)
          ? retryWait(policy, request.method, error, attempt, random())
          : undefined;
        if (wait === undefined) throw error;
        await pause(wait, request.signal);
      }
    }
  };
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(new ImageKitError('cancelled', 'The call was cancelled', { cause: signal?.reason }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}
