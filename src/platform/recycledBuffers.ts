interface Used {
  readonly buffer: ArrayBufferLike;
  /** Bytes up to the end of this one, over everything that is sent. */
  readonly end: number;
}

/**
 * Buffers to read into, used again once their bytes have gone: new ones for every read of a large
 * file would make the garbage collector the slowest part of sending it.
 */
export class RecycledBuffers {
  readonly #gone: () => number;
  readonly #used: Used[] = [];
  readonly #ours = new WeakSet<ArrayBufferLike>();
  #end = 0;

  /** @param gone Bytes, from the first on, that nobody looks at any more. */
  constructor(gone: () => number) {
    this.#gone = gone;
  }

  take(length: number): Buffer {
    const [first] = this.#used;
    if (first && first.end <= this.#gone()) {
      this.#used.shift();
      if (first.buffer.byteLength >= length) return Buffer.from(first.buffer, 0, length);
    }
    const buffer = Buffer.allocUnsafeSlow(length);
    this.#ours.add(buffer.buffer);
    return buffer;
  }

  /** The next bytes to be sent, whoever they are from; those of `take` come back when they are gone. */
  used(bytes: Uint8Array): void {
    this.#end += bytes.byteLength;
    if (this.#ours.has(bytes.buffer)) this.#used.push({ buffer: bytes.buffer, end: this.#end });
  }
}
