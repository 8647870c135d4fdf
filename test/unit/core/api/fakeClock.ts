import type { Clock } from '../../../../src/core/api/clock.ts';
import { ImageKitError } from '../../../../src/core/api/imageKitError.ts';

export interface FakeClock extends Clock {
  /** Every wait so far, in milliseconds. */
  readonly waits: readonly number[];
  /** Lets time go by without a wait. */
  advance(milliseconds: number): void;
  /** Called when a wait begins, with its length. */
  onWait: (milliseconds: number) => void;
}

/** A clock whose waits take no time but move it on. */
export function fakeClock(start = Date.UTC(2026, 0, 1)): FakeClock {
  const waits: number[] = [];
  let time = start;
  return {
    waits,
    onWait: () => undefined,
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
    async wait(milliseconds, signal) {
      waits.push(milliseconds);
      this.onWait(milliseconds);
      await Promise.resolve();
      if (signal?.aborted) throw new ImageKitError('cancelled', 'The call was cancelled');
      time += milliseconds;
    },
  };
}
