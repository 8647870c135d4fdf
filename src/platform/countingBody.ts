import { Readable } from 'node:stream';
import { chunksOfBlob } from './formBlob.ts';
import { RecycledBuffers } from './recycledBuffers.ts';

/** Bytes read ahead of the socket, so that progress says little more than what was sent. */
const readAhead = 64 * 1024;

export interface CountingListener {
  /** Bytes that the socket has taken so far. */
  readonly onBytes: (sent: number) => void;
  /** The blob could not be read to its end, such as a file that changed on disk. */
  readonly onFailure: (error: unknown) => void;
}

/** The blob as a stream that reads as fast as the socket takes, and counts. */
export function countingBody(blob: Blob, listener: CountingListener): Readable {
  return new CountingBody(blob, listener);
}

class CountingBody extends Readable {
  readonly #chunks: AsyncGenerator<Uint8Array>;
  #pushed = 0;
  #target: NodeJS.WritableStream | undefined;

  constructor(blob: Blob, listener: CountingListener) {
    super({ highWaterMark: readAhead });
    this.#chunks = countedChunks(blob, new RecycledBuffers(() => this.#gone()), listener);
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
      const { done, value } = await this.#chunks.next();
      if (!done) this.#pushed += value.byteLength;
      this.push(done ? null : value);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    // Closes the file, once a read that is on its way has come back.
    void this.#chunks.return(undefined);
    callback(error);
  }

  /** Bytes that the socket has sent, in the order in which they were read; 0 where nobody knows. */
  #gone(): number {
    const target = this.#target;
    if (!target || !('writableLength' in target)) return 0;
    return this.#pushed - this.readableLength - Number(target.writableLength);
  }
}

async function* countedChunks(
  blob: Blob,
  buffers: RecycledBuffers,
  { onBytes, onFailure }: CountingListener,
): AsyncGenerator<Uint8Array> {
  const fail = (error: unknown): never => {
    onFailure(error);
    throw error;
  };
  const chunks = chunksOfBlob(blob, buffers)[Symbol.asyncIterator]();
  let sent = 0;
  try {
    for (;;) {
      // Only a failed read is the blob's: a broken connection is thrown in at the `yield`.
      const next = await chunks.next().catch(fail);
      if (next.done) break;
      buffers.used(next.value);
      yield next.value;
      sent += next.value.byteLength;
      onBytes(sent);
    }
    if (sent !== blob.size) fail(new Error(`Read ${sent} bytes of ${blob.size}.`));
  } finally {
    await chunks.return?.();
  }
}
