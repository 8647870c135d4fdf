import { Readable } from 'node:stream';
import type { BodyParts } from './bodyParts.ts';
import { RecycledBuffers } from './recycledBuffers.ts';

/** Bytes up to which a body is read and written at once. */
const mostAtOnce = 256 * 1024;

/** Bytes read ahead of the socket, so that progress says little more than what was sent. */
const readAhead = 64 * 1024;

export interface CountingListener {
  /** Bytes that the socket has taken so far. */
  readonly onBytes: (sent: number) => void;
  /** The body could not be read to its end, such as a file that changed on disk. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The body as a stream that reads as fast as the socket takes, and counts. A small one is read
 * before, so that nothing at all is sent of a file that cannot be read.
 */
export async function countingBody(
  parts: BodyParts,
  listener: CountingListener,
): Promise<Readable> {
  if (parts.size > mostAtOnce) return new CountingBody(parts, listener);
  try {
    return new WholeBody(ensureWhole(await parts.bytes(), parts), listener);
  } catch (error) {
    listener.onFailure(error);
    throw error;
  }
}

/** All bytes in one piece, for which one write to the socket does. */
class WholeBody extends Readable {
  readonly #onBytes: CountingListener['onBytes'];
  #bytes: Uint8Array | undefined;
  #sent = 0;

  constructor(bytes: Uint8Array, { onBytes }: CountingListener) {
    // Asks for more only when somebody has taken what there was.
    super({ highWaterMark: 1 });
    this.#bytes = bytes.byteLength > 0 ? bytes : undefined;
    this.#onBytes = onBytes;
  }

  override _read(): void {
    const bytes = this.#bytes;
    this.#bytes = undefined;
    if (bytes) {
      this.#sent = bytes.byteLength;
      this.push(bytes);
    } else {
      if (this.#sent > 0) this.#onBytes(this.#sent);
      this.push(null);
    }
  }
}

/** Reads the parts one after the other, each no faster than somebody takes it. */
class CountingBody extends Readable {
  readonly #parts: BodyParts;
  readonly #listener: CountingListener;
  readonly #buffers = new RecycledBuffers(() => this.#gone());
  readonly #sources: AsyncIterator<Uint8Array>[];
  #pushed = 0;
  #counted = 0;
  #target: NodeJS.WritableStream | undefined;

  constructor(parts: BodyParts, listener: CountingListener) {
    super({ highWaterMark: readAhead });
    this.#parts = parts;
    this.#listener = listener;
    this.#sources = parts.sources(this.#buffers);
  }

  override pipe<Target extends NodeJS.WritableStream>(
    target: Target,
    options?: { readonly end?: boolean },
  ): Target {
    this.#target = target;
    return super.pipe(target, options);
  }

  override _read(): void {
    void this.#read();
  }

  async #read(): Promise<void> {
    try {
      // Who asks for more has taken what there was.
      if (this.#counted < this.#pushed) this.#listener.onBytes((this.#counted = this.#pushed));
      const chunk = await this.#next();
      if (this.destroyed) return;
      if (chunk) {
        this.#buffers.used(chunk);
        this.#pushed += chunk.byteLength;
      }
      this.push(chunk ?? null);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** `undefined` at the end. */
  async #next(): Promise<Uint8Array | undefined> {
    try {
      for (let source = this.#sources[0]; source; source = this.#sources[0]) {
        const { done, value } = await source.next();
        if (!done) return value;
        this.#sources.shift();
      }
      if (this.#pushed !== this.#parts.size) throw endsEarly(this.#pushed, this.#parts);
      return undefined;
    } catch (error) {
      if (!this.destroyed) this.#listener.onFailure(error);
      throw error;
    }
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    void this.#close();
    callback(error);
  }

  /** Closes the file, once a read that is on its way has come back. */
  async #close(): Promise<void> {
    try {
      for (const source of this.#sources) await source.return?.(undefined);
    } catch {
      // Nobody waits for it any more.
    }
  }

  /** Bytes that the socket has sent, in the order in which they were read; 0 where nobody knows. */
  #gone(): number {
    const target = this.#target;
    if (!target || !('writableLength' in target)) return 0;
    return this.#pushed - this.readableLength - Number(target.writableLength);
  }
}

function ensureWhole(bytes: Uint8Array, parts: BodyParts): Uint8Array {
  if (bytes.byteLength !== parts.size) throw endsEarly(bytes.byteLength, parts);
  return bytes;
}

function endsEarly(read: number, { size }: BodyParts): Error {
  return new Error(`Read ${read} bytes of ${size}.`);
}
