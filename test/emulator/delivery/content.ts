import type { Readable } from 'node:stream';

export interface ByteRange {
  /** Both inclusive. */
  readonly start: number;
  readonly end: number;
}

/** What a delivery URL stands for. */
export interface Content {
  readonly mime: string;
  readonly size: number;
  /** The ETag without quotes. */
  readonly tag: string;
  /** Unix milliseconds. */
  readonly lastModified: number;
  readonly open: (range: ByteRange) => Readable | Buffer;
}
