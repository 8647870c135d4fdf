import { Readable } from 'node:stream';

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
  return Readable.from(chunksOf(blob, listener), { objectMode: false, highWaterMark: readAhead });
}

async function* chunksOf(
  blob: Blob,
  { onBytes, onFailure }: CountingListener,
): AsyncGenerator<Uint8Array> {
  const fail = (error: unknown): never => {
    onFailure(error);
    throw error;
  };
  const chunks = blob.stream()[Symbol.asyncIterator]();
  let sent = 0;
  try {
    for (;;) {
      // Only a failed read is the blob's: a broken connection is thrown in at the `yield`.
      const next = await chunks.next().catch(fail);
      if (next.done) break;
      yield next.value;
      sent += next.value.byteLength;
      onBytes(sent);
    }
    if (sent !== blob.size) fail(new Error(`Read ${sent} bytes of ${blob.size}.`));
  } finally {
    await chunks.return?.();
  }
}
