import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes that arrived and are not part of the library yet. */
export interface PendingBlob {
  readonly path: string;
  readonly size: number;
  /** Lowercase hex. */
  readonly sha256: string;
}

/** The bytes of the library, one file each, named by their SHA-256. */
export class BlobStore {
  readonly #blobs: string;
  readonly #pending: string;

  constructor(dataDir: string) {
    this.#blobs = join(dataDir, 'blobs');
    this.#pending = join(dataDir, 'pending');
  }

  /** Makes the folders and drops what a stopped upload left behind. */
  async open(): Promise<void> {
    await rm(this.#pending, { recursive: true, force: true });
    await mkdir(this.#blobs, { recursive: true });
    await mkdir(this.#pending, { recursive: true });
  }

  /** Streams to disk; on a failure nothing stays behind. */
  async receive(source: Readable): Promise<PendingBlob> {
    const path = join(this.#pending, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, callback) {
        size += chunk.length;
        hash.update(chunk);
        callback(null, chunk);
      },
    });
    try {
      await pipeline(source, meter, createWriteStream(path));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, size, sha256: hash.digest('hex') };
  }

  async keep(pending: PendingBlob): Promise<string> {
    await rename(pending.path, this.pathOf(pending.sha256));
    return pending.sha256;
  }

  async discard(pending: PendingBlob): Promise<void> {
    await rm(pending.path, { force: true });
  }

  async remove(blob: string): Promise<void> {
    await rm(this.pathOf(blob), { force: true });
  }

  /** Removes every blob. */
  async clear(): Promise<void> {
    await rm(this.#blobs, { recursive: true, force: true });
    await mkdir(this.#blobs, { recursive: true });
  }

  pathOf(blob: string): string {
    return join(this.#blobs, blob);
  }

  /** @param range byte positions, both inclusive. */
  read(blob: string, range?: { readonly start: number; readonly end: number }): ReadStream {
    return createReadStream(this.pathOf(blob), range);
  }
}
