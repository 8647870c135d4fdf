import { DiskFile } from './diskFile.ts';
import type { RecycledBuffers } from './recycledBuffers.ts';

/** As `formDataToBlob` makes them. */
type Part = string | Blob;

/**
 * The body of a request as the parts that it is made of, so that each can be read in the best way
 * there is for it. Nothing is read before it is asked for.
 */
export class BodyParts {
  /** Bytes. */
  readonly size: number;
  /** The media type. */
  readonly type: string;
  readonly #parts: readonly Part[];

  constructor(parts: readonly Part[], { type }: { readonly type: string }) {
    this.#parts = parts;
    this.type = type;
    this.size = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  }

  /** All of it at once, which for a small body takes far fewer steps than a stream. */
  async bytes(): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for (const part of this.#parts) {
      pieces.push(typeof part === 'string' ? Buffer.from(part) : await part.bytes());
    }
    return Buffer.concat(pieces);
  }

  /** The bytes in order, of one part after the other; nothing is opened before it is asked for. */
  sources(buffers: RecycledBuffers): AsyncIterator<Uint8Array>[] {
    return this.#parts.map((part) => {
      if (typeof part === 'string') return once(part);
      return part instanceof DiskFile
        ? part.chunks(buffers)
        : part.stream()[Symbol.asyncIterator]();
    });
  }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function sizeOf(part: Part): number {
  return typeof part === 'string' ? Buffer.byteLength(part) : part.size;
}
