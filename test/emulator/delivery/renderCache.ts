export interface Rendered {
  readonly mime: string;
  readonly bytes: Buffer;
}

const maximumBytes = 64 * 1024 * 1024;

/** Keeps rendered pictures in memory and drops the ones that were not asked for the longest. */
export class RenderCache {
  readonly #entries = new Map<string, Rendered>();
  #bytes = 0;

  get(key: string): Rendered | undefined {
    const found = this.#entries.get(key);
    if (found !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, found);
    }
    return found;
  }

  set(key: string, rendered: Rendered): void {
    this.#drop(key);
    this.#entries.set(key, rendered);
    this.#bytes += rendered.bytes.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= maximumBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes.length ?? 0;
    this.#entries.delete(key);
  }
}
