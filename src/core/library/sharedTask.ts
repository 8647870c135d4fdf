import { ImageKitError } from '../api/imageKitError.ts';

/**
 * One piece of work that several callers wait for, each with its own signal. The work is aborted
 * once every caller has given up.
 */
export class SharedTask<Result> {
  readonly #controller = new AbortController();
  readonly #result: Promise<Result>;
  #waiting = 0;

  constructor(work: (signal: AbortSignal) => Promise<Result>) {
    this.#result = work(this.#controller.signal);
    // Each caller handles the failure; without one it must not count as unhandled.
    this.#result.catch(() => undefined);
  }

  /** The work's result; fails with `cancelled` as soon as `signal` or the work is aborted. */
  join(signal?: AbortSignal): Promise<Result> {
    this.#waiting += 1;
    const shared = this.#controller.signal;
    return new Promise<Result>((resolve, reject) => {
      const onAbort = (): void => {
        if (--this.#waiting === 0) this.#controller.abort();
        settle();
        reject(cancelled());
      };
      const onCancel = (): void => {
        settle();
        reject(cancelled());
      };
      const settle = (): void => {
        signal?.removeEventListener('abort', onAbort);
        shared.removeEventListener('abort', onCancel);
      };
      if (shared.aborted) return onCancel();
      if (signal?.aborted) return onAbort();
      shared.addEventListener('abort', onCancel);
      signal?.addEventListener('abort', onAbort);
      this.#result.then(resolve, reject).finally(settle);
    });
  }

  /** Aborts the work and fails every caller with `cancelled`. */
  cancel(): void {
    this.#controller.abort();
  }

  /** Called once when the work is over or nobody waits for it any more. */
  onSettled(listener: () => void): void {
    const { signal } = this.#controller;
    signal.addEventListener('abort', listener, { once: true });
    this.#result.then(listener, listener).catch(() => undefined);
  }
}

function cancelled(): ImageKitError {
  return new ImageKitError('cancelled', 'The call was cancelled');
}
