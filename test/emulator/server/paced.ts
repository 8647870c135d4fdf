import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';

/** Pieces that short follow each other at any speed, so that a slow line looks like one. */
const pieceMs = 50;

/** Passes bytes through, counts them and takes its time when a speed is set. */
export class PacedBody extends Transform {
  bytes = 0;
  /** Bytes per second. */
  speed = Infinity;

  override _transform(chunk: Buffer, _encoding: string, callback: TransformCallback): void {
    if (Number.isFinite(this.speed)) {
      this.#passSlowly(chunk, 0, callback);
      return;
    }
    this.bytes += chunk.length;
    callback(null, chunk);
  }

  #passSlowly(chunk: Buffer, at: number, callback: TransformCallback): void {
    if (at >= chunk.length || this.destroyed) {
      callback();
      return;
    }
    const size = Math.max(1, Math.floor((this.speed * pieceMs) / 1000));
    const piece = chunk.subarray(at, at + size);
    const timer = setTimeout(
      () => {
        this.bytes += piece.length;
        this.push(piece);
        this.#passSlowly(chunk, at + size, callback);
      },
      Math.ceil((piece.length / this.speed) * 1000),
    );
    timer.unref();
  }
}
