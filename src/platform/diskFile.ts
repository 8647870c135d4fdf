import { open, type FileHandle } from 'node:fs/promises';
import type { RecycledBuffers } from './recycledBuffers.ts';

/** Bytes read at a time; the next ones are read while these are sent. */
const chunkSize = 256 * 1024;

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
  async *chunks(buffers: RecycledBuffers): AsyncGenerator<Uint8Array> {
    const handle = await open(this.#path);
    let next: Promise<Uint8Array> | undefined;
    try {
      await this.#ensureUnchanged(handle);
      for (let left = this.size; left > 0;) {
        const chunk = await (next ?? read(handle, buffers.take(Math.min(chunkSize, left))));
        if (chunk.byteLength === 0) throw new Error(`The file ends ${left} bytes too early.`);
        left -= chunk.byteLength;
        next = left > 0 ? read(handle, buffers.take(Math.min(chunkSize, left))) : undefined;
        // Who stops reading never asks what became of it.
        next?.catch(() => undefined);
        yield chunk;
      }
      await this.#ensureUnchanged(handle);
    } finally {
      await next?.catch(() => undefined);
      await handle.close();
    }
  }

  async #ensureUnchanged(handle: FileHandle): Promise<void> {
    const { size, mtimeMs } = await handle.stat();
    if (size !== this.#state.size || mtimeMs !== this.#state.mtimeMs) {
      throw new Error('The file was changed after it was chosen.');
    }
  }
}

async function read(handle: FileHandle, into: Buffer): Promise<Uint8Array> {
  const { bytesRead } = await handle.read(into, 0, into.byteLength);
  return into.subarray(0, bytesRead);
}
