import { setTimeout as wait } from 'node:timers/promises';

/** Work that goes on after its request was answered, and ends with the emulator. */
export class Background {
  readonly #running = new Set<Promise<void>>();
  #stop = new AbortController();

  /** @param work gets a pause that rejects when everything is being stopped. */
  run(work: (pause: (milliseconds: number) => Promise<void>) => Promise<void>): void {
    const { signal } = this.#stop;
    const pause = async (milliseconds: number): Promise<void> => {
      await wait(milliseconds, undefined, { ref: false, signal });
    };
    const running = work(pause)
      .catch((error: unknown) => {
        if (!signal.aborted) console.error('Background work of the emulator failed:', error);
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async cancelAll(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
    this.#stop = new AbortController();
  }
}
