/** One answered delivery request. */
export interface Delivery {
  /** Unix milliseconds. */
  readonly at: number;
  readonly status: number;
  /** Bytes of the answer's body. */
  readonly bytes: number;
  readonly url: string;
  readonly mime: string;
  /** Empty when the file came as it is. */
  readonly transformation: string;
  readonly urlEndpoint: string;
  readonly userAgent: string;
  readonly referrer: string;
  readonly cacheHit: boolean;
  /** The code of `ik-error`, empty for a success. */
  readonly error: string;
}

/** More than the tests of a day make; the oldest go first. */
const maximumEntries = 100_000;

/** Remembers what was delivered since the start, for the usage of the account. */
export class Traffic {
  #deliveries: Delivery[] = [];
  #operations: { readonly at: number; readonly name: string }[] = [];

  record(delivery: Delivery): void {
    this.#deliveries.push(delivery);
    if (this.#deliveries.length > maximumEntries) {
      this.#deliveries = this.#deliveries.slice(maximumEntries / 2);
    }
  }

  recordExtension(name: string): void {
    this.#operations.push({ at: Date.now(), name });
  }

  /** @param to Unix milliseconds, excluded. */
  between(from: number, to: number): Delivery[] {
    return this.#deliveries.filter(({ at }) => at >= from && at < to);
  }

  /** The names of the extensions that ran. */
  extensionsBetween(from: number, to: number): string[] {
    return this.#operations.filter(({ at }) => at >= from && at < to).map(({ name }) => name);
  }

  clear(): void {
    this.#deliveries = [];
    this.#operations = [];
  }
}
