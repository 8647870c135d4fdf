import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../../../src/core/api/clock.ts';
import { ImageKitError } from '../../../../src/core/api/imageKitError.ts';

interface Waiting {
  readonly until: number;
  readonly resolve: () => void;
}

/**
 * A clock for work that goes on beside other work: its time stands still while anything can be done,
 * and then jumps to the next moment that somebody waits for.
 */
export class TimedClock implements Clock {
  readonly #waiting = new Set<Waiting>();
  #time: number;

  constructor(start = Date.UTC(2026, 0, 1)) {
    this.#time = start;
  }

  now(): number {
    return this.#time;
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = { until: this.#time + milliseconds, resolve };
      const onAbort = (): void => {
        this.#waiting.delete(waiting);
        reject(new ImageKitError('cancelled', 'The call was cancelled'));
      };
      if (signal?.aborted) return onAbort();
      this.#waiting.add(waiting);
      return signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Lets time go by until the work is done. */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    const state = { isDone: false };
    const done = work.finally(() => {
      state.isDone = true;
    });
    done.catch(() => undefined);
    while (!state.isDone) {
      // Whatever is ready is done first.
      for (let turns = 0; turns < 5; turns++) await turn();
      const [next] = [...this.#waiting].sort((one, other) => one.until - other.until);
      if (state.isDone || !next) continue;
      this.#time = Math.max(this.#time, next.until);
      this.#waiting.delete(next);
      next.resolve();
    }
    return done;
  }
}
