import { open, type FileHandle } from 'node:fs/promises';
import { unreadableFile } from './fileErrors.ts';
import type { RecycledBuffers } from './recycledBuffers.ts';

/** Bytes read at a time at first, and of a connection that is slow: each read is a step of progress. */
const smallestChunk = 64 * 1024;
/**
 * Bytes read at a time for a fast connection, for which every step is an effort; larger ones do not
 * stay in the processor's cache from one step to the next.
 */
const largestChunk = 512 * 1024;
/** Milliseconds for sending a chunk: with less the next ones are larger, with more smaller. */
const fast = 50;
const slow = 1000;

/** When a file was changed last, and how long it is. */
export interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
}

/**
 * A file on disk as a `File` that also can be read with large reads and ahead, for which the stream
 * of a `Blob` has no way.
 */
export class DiskFile extends File {
  readonly #path: string;
  readonly #state: FileState;

  /** @param content Its bytes, as any `Blob` gives them. @param state As it was when it was chosen. */
  constructor(content: Blob, name: string, path: string, state: FileState) {
    super([content], name);
    this.#path = path;
    this.#state = state;
  }

  /** @throws Error for a file that is not, or does not stay, what it was when it was chosen. */
  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const handle = await this.#open();
    try {
      const bytes = Buffer.allocUnsafeSlow(this.size);
      for (let length = 0; length < this.size;) {
        const { bytesRead } = await handle.read(bytes, length, this.size - length);
        if (bytesRead === 0) throw endsEarly(this.size - length);
        length += bytesRead;
      }
      await this.#ensureUnchanged(handle);
      return bytes;
    } finally {
      await handle.close();
    }
  }

  /** @throws Error for a file that is not, or does not stay, what it was when it was chosen. */
  async *chunks(buffers: RecycledBuffers): AsyncGenerator<Uint8Array> {
    const handle = await this.#open();
    let next: Promise<Uint8Array> | undefined;
    let length = smallestChunk;
    const read = async (left: number): Promise<Uint8Array> => {
      const into = buffers.take(Math.min(largestChunk, this.size));
      const { bytesRead } = await handle.read(into, 0, Math.min(length, left));
      return into.subarray(0, bytesRead);
    };
    try {
      await this.#ensureUnchanged(handle);
      for (let left = this.size; left > 0;) {
        const chunk = await (next ?? read(left));
        if (chunk.byteLength === 0) throw endsEarly(left);
        left -= chunk.byteLength;
        // The next one is read while this one is sent.
        next = left > 0 ? read(left) : undefined;
        // Who stops reading never asks what became of it.
        next?.catch(() => undefined);
        const before = performance.now();
        yield chunk;
        length = nextLength(length, performance.now() - before);
      }
      await this.#ensureUnchanged(handle);
    } finally {
      await next?.catch(() => undefined);
      await handle.close();
    }
  }

  async #open(): Promise<FileHandle> {
    try {
      return await open(this.#path);
    } catch (error) {
      throw unreadableFile(this.#path, error);
    }
  }

  async #ensureUnchanged(handle: FileHandle): Promise<void> {
    const { size, mtimeMs } = await handle.stat();
    if (size !== this.#state.size || mtimeMs !== this.#state.mtimeMs) {
      throw new Error('The file was changed after it was chosen.');
    }
  }
}

function nextLength(length: number, milliseconds: number): number {
  if (milliseconds < fast) return Math.min(length * 2, largestChunk);
  return milliseconds > slow ? Math.max(length / 2, smallestChunk) : length;
}

function endsEarly(bytes: number): Error {
  return new Error(`The file ends ${bytes} bytes too early.`);
}
