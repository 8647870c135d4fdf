import * as v from 'valibot';
import type { ApiAnswer } from '../apiRequest.ts';
import { sharedFileEntries, type ImageKitFile } from '../assetSchemas.ts';
import { decode } from '../decode.ts';
import { objectOrNull, textOrNull } from '../schemaParts.ts';

const storedUploadSchema = v.looseObject({
  ...sharedFileEntries,
  thumbnailUrl: textOrNull,
  metadata: objectOrNull,
});

const queuedUploadSchema = v.looseObject({ message: v.string() });

export type StoredUpload = v.InferOutput<typeof storedUploadSchema>;

/** ImageKit took the file and still works on it (status 202); it has no id and no path yet. */
export interface QueuedUpload {
  readonly message: string;
  readonly fileId?: undefined;
  readonly filePath?: undefined;
  readonly url?: undefined;
  readonly name?: undefined;
}

/** The answer to an upload. `fileId` and `filePath` are `undefined` only while it is queued. */
export type UploadedFile = StoredUpload | QueuedUpload;

export function decodeUpload(answer: ApiAnswer): UploadedFile {
  return answer.status === 202
    ? { message: decode(queuedUploadSchema, answer, 'answer to the upload').message }
    : decode(storedUploadSchema, answer, 'answer to the upload');
}

/** A file of the library as the answer to its upload; a list calls the thumbnail otherwise. */
export function asStoredUpload(file: ImageKitFile): StoredUpload {
  return { ...file, thumbnailUrl: file.thumbnail };
}
