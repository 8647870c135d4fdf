import { setTimeout as wait } from 'node:timers/promises';

/** Asks until the answer is good; mocha's own timeout is the limit. */
export async function waitFor<T>(ask: () => Promise<T>, isGood: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (isGood(value)) return value;
    await wait(5);
  }
}
