import { isImageKitError } from '../api/imageKitError.ts';
import type { UploadQueue } from './uploadQueue.ts';

/** One thing to upload; `size` in bytes where it is known before the upload. */
export interface UploadSource {
  readonly name: string;
  readonly size?: number;
}

export interface BatchProgress {
  /** Bytes handed to the network so far, over all files. */
  readonly sent: number;
  /** Bytes of all files whose size is known. */
  readonly total: number;
  /** The file that moved last. */
  readonly name: string;
}

export type UploadResult<Source, Uploaded> =
  | { readonly kind: 'uploaded'; readonly source: Source; readonly uploaded: Uploaded }
  | { readonly kind: 'failed'; readonly source: Source; readonly error: unknown }
  /** Not started, or stopped before the service had it whole. */
  | { readonly kind: 'cancelled'; readonly source: Source };

export interface BatchOptions<Source, Uploaded> {
  readonly upload: (
    source: Source,
    onProgress: (sent: number, total: number) => void,
  ) => Promise<Uploaded>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BatchProgress) => void;
  readonly queue: UploadQueue;
}

/**
 * Uploads every source once and says of each what became of it, in the order of the sources.
 * One failure stops nothing; after a cancel nothing new starts.
 */
export async function uploadBatch<Source extends UploadSource, Uploaded>(
  sources: readonly Source[],
  { upload, signal, onProgress, queue }: BatchOptions<Source, Uploaded>,
): Promise<readonly UploadResult<Source, Uploaded>[]> {
  const files = sources.map(({ size = 0 }) => ({ sent: 0, total: size }));
  let sent = 0;
  let total = files.reduce((sum, file) => sum + file.total, 0);
  const results: UploadResult<Source, Uploaded>[] = [];

  const uploadOne = async (
    source: Source,
    index: number,
  ): Promise<UploadResult<Source, Uploaded>> => {
    if (signal.aborted) return { kind: 'cancelled', source };
    try {
      const onBytes = (bytes: number, size: number): void => {
        sent += bytes - (files[index]?.sent ?? 0);
        total += size - (files[index]?.total ?? 0);
        files[index] = { sent: bytes, total: size };
        onProgress({ sent, total, name: source.name });
      };
      const uploaded = await queue.run(() => upload(source, onBytes), signal);
      return { kind: 'uploaded', source, uploaded };
    } catch (error) {
      return isImageKitError(error, 'cancelled') || signal.aborted
        ? { kind: 'cancelled', source }
        : { kind: 'failed', source, error };
    }
  };

  const rest = sources.entries();
  const work = async (): Promise<void> => {
    for (const [index, source] of rest) results[index] = await uploadOne(source, index);
  };
  await Promise.all(Array.from({ length: Math.min(queue.highest, sources.length) }, work));
  return results;
}
