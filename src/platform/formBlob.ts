import { DiskFile } from './diskFile.ts';
import type { RecycledBuffers } from './recycledBuffers.ts';

/** As `formDataToBlob` makes them. */
type Part = string | Blob;

/** A `Blob` that still knows its parts, so that each can be read in the best way there is for it. */
export class FormBlob extends Blob {
  readonly #parts: readonly Part[];

  constructor(parts: Part[], options: { readonly type: string }) {
    super(parts, options);
    this.#parts = parts;
  }

  /** The bytes in order; what stands between the files is one piece. */
  async *chunks(buffers: RecycledBuffers): AsyncGenerator<Uint8Array> {
    let text = '';
    for (const part of this.#parts) {
      if (typeof part === 'string') {
        text += part;
      } else {
        if (text !== '') yield Buffer.from(text);
        text = '';
        yield* chunksOfBlob(part, buffers);
      }
    }
    if (text !== '') yield Buffer.from(text);
  }
}

export function chunksOfBlob(blob: Blob, buffers: RecycledBuffers): AsyncIterable<Uint8Array> {
  const isOurs = blob instanceof DiskFile || blob instanceof FormBlob;
  return isOurs ? blob.chunks(buffers) : blob.stream();
}
