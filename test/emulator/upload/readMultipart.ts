import busboy from '@fastify/busboy';
import type { BusboyFileStream } from '@fastify/busboy';
import { ApiError } from '../server/apiError.ts';
import type { Exchange } from '../server/exchange.ts';
import type { BlobStore, PendingBlob } from '../store/blobStore.ts';

export interface UploadForm {
  /** Every text part; the last one of a name counts. */
  readonly fields: Readonly<Record<string, string>>;
  /** The binary part called `file`, already on disk. */
  readonly file: PendingBlob | undefined;
}

/** A base64 text of the largest file that a plan accepts as text. */
const maximumTextBytes = 140 * 1024 * 1024;

/**
 * Reads a multipart body. File bytes go to disk as they come and are never held in memory whole.
 * @throws {ApiError} 400 for a body that is not multipart or ends too early.
 */
export async function readMultipart(exchange: Exchange, blobs: BlobStore): Promise<UploadForm> {
  const type = exchange.request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    throw new ApiError(400, 'The request body must be multipart/form-data.');
  }
  const fields: Record<string, string> = {};
  const received: Promise<PendingBlob>[] = [];
  try {
    await parse(exchange, fields, (stream) => received.push(quiet(blobs.receive(stream))));
  } catch (cause) {
    await discardAll(received, blobs);
    throw new ApiError(400, 'The multipart body could not be read.', { cause });
  }
  const [file, ...surplus] = await Promise.all(received);
  await Promise.all(surplus.map((each) => blobs.discard(each)));
  return { fields, file };
}

/** Marks a rejection as seen: it is looked at later, together with its siblings. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function discardAll(received: Promise<PendingBlob>[], blobs: BlobStore): Promise<void> {
  for (const outcome of await Promise.allSettled(received)) {
    if (outcome.status === 'fulfilled') await blobs.discard(outcome.value);
  }
}

async function parse(
  exchange: Exchange,
  fields: Record<string, string>,
  onFile: (stream: BusboyFileStream) => void,
): Promise<void> {
  const headers = { 'content-type': exchange.request.headers['content-type'] ?? '' };
  const open = new Set<BusboyFileStream>();
  await new Promise<void>((resolve, reject) => {
    const parser = busboy({ headers, limits: { fieldSize: maximumTextBytes } });
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (name, stream) => {
      if (name === 'file') {
        open.add(stream);
        stream.on('end', () => open.delete(stream));
        onFile(stream);
      } else {
        stream.resume();
      }
    });
    parser.on('finish', resolve);
    parser.on('error', reject);
    exchange.body.on('error', reject);
    exchange.body.pipe(parser);
  }).catch((error: unknown) => {
    for (const stream of open) stream.destroy(new Error('The upload ended early.'));
    throw error;
  });
}
