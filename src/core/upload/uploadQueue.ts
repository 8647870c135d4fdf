import { systemClock, type Clock } from '../api/clock.ts';
import { ImageKitError } from '../api/imageKitError.ts';

export interface UploadQueueOptions {
  /** Uploads at a time, as long as ImageKit takes them. */
  readonly highest?: number;
  readonly clock?: Clock;
}

/**
 * Gives uploads their turn, over all batches. After a refusal for too many requests half as many run
 * at a time, and one more again whenever as many have gone well as run.
 */
export class UploadQueue {
  /** Uploads at a time at most. */
  readonly highest: number;
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();
  #limit: number;
  #running = 0;
  #wentWell = 0;
  #heldUntil = 0;
  #isPaused = false;

  constructor({ highest = 3, clock = systemClock }: UploadQueueOptions = {}) {
    this.highest = highest;
    this.#limit = highest;
    this.#clock = clock;
  }

  /** Uploads at a time for now. */
  get limit(): number {
    return this.#limit;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Nothing starts any more; what is on its way arrives. */
  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#wake();
  }

  /** Unix milliseconds until which ImageKit takes nothing; in the past where it takes everything. */
  get heldUntil(): number {
    return this.#heldUntil;
  }

  /** ImageKit takes nothing for so many milliseconds. */
  slowDown(milliseconds: number): void {
    const now = this.#clock.now();
    // Uploads that are refused together are one refusal.
    if (now >= this.#heldUntil) {
      this.#limit = Math.max(1, Math.floor(this.#limit / 2));
      this.#wentWell = 0;
    }
    this.#heldUntil = Math.max(this.#heldUntil, now + milliseconds);
  }

  /** @throws ImageKitError with `cancelled` where the signal is aborted before its turn. */
  async run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    await this.#turn(signal);
    try {
      const result = await work();
      this.#speedUp();
      return result;
    } finally {
      this.#running--;
      this.#wake();
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    for (;;) {
      if (signal.aborted) throw new ImageKitError('cancelled', 'The upload was cancelled');
      const rest = this.#heldUntil - this.#clock.now();
      if (this.#isPaused || this.#running >= this.#limit) await this.#change(signal);
      else if (rest > 0) await this.#clock.wait(rest, signal);
      else break;
    }
    this.#running++;
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  #speedUp(): void {
    if (this.#limit === this.highest || ++this.#wentWell < this.#limit) return;
    this.#limit++;
    this.#wentWell = 0;
  }
}
