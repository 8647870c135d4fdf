import * as v from 'valibot';
import type { ApiSender, RequestOptions } from './apiRequest.ts';
import { fileSchema, sharedFileEntries, type ImageKitFile } from './assetSchemas.ts';
import { decode } from './decode.ts';
import { ensure } from './ensure.ts';
import { ensureUploadable } from './uploadChecks.ts';
import { uploadForm } from './uploadForm.ts';
import type { FileUploadParams } from './uploadParams.ts';

const storedUploadSchema = v.looseObject({
  ...sharedFileEntries,
  thumbnailUrl: v.nullish(v.string()),
  metadata: v.nullish(v.record(v.string(), v.unknown())),
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

/** Change the details of a file, or publish and unpublish it; never both in one call. */
export type FileUpdateParams =
  | {
      readonly removeAITags?: readonly string[] | 'all';
      readonly webhookUrl?: string;
      readonly extensions?: readonly Readonly<Record<string, unknown>>[];
      /** Replaces all tags; `null` clears them. */
      readonly tags?: readonly string[] | null;
      readonly customCoordinates?: string | null;
      /** A member that is `null` is unset. */
      readonly customMetadata?: Readonly<Record<string, unknown>>;
      readonly description?: string;
    }
  | { readonly publish: { readonly isPublished: boolean; readonly includeFileVersions?: boolean } };

export interface UploadOptions extends RequestOptions {
  /** Bytes of the request handed to the network so far, and of the whole request. */
  readonly onProgress?: (sent: number, total: number) => void;
}

export interface Files {
  /** Sent once and never again: a repeated upload could store the file twice. */
  upload(params: FileUploadParams, options?: UploadOptions): Promise<UploadedFile>;
  /** Details of the current version. */
  get(fileId: string, options?: RequestOptions): Promise<ImageKitFile>;
  update(fileId: string, params: FileUpdateParams, options?: RequestOptions): Promise<ImageKitFile>;
  /** Removes the file with all its versions for good. */
  delete(fileId: string, options?: RequestOptions): Promise<void>;
}

export function createFiles(send: ApiSender): Files {
  return {
    async upload(params, options = {}) {
      ensureUploadable(params);
      const answer = await send({
        method: 'POST',
        host: 'upload',
        path: '/api/v1/files/upload',
        body: { kind: 'form', form: uploadForm(params) },
        signal: options.signal,
        onUploadProgress: options.onProgress,
      });
      return answer.status === 202
        ? { message: decode(queuedUploadSchema, answer, 'answer to the upload').message }
        : decode(storedUploadSchema, answer, 'answer to the upload');
    },

    async get(fileId, options = {}) {
      const answer = await send({
        method: 'GET',
        host: 'api',
        path: `${filePath(fileId)}/details`,
        signal: options.signal,
      });
      return decode(fileSchema, answer, 'file details');
    },

    async update(fileId, params, options = {}) {
      const answer = await send({
        method: 'PATCH',
        host: 'api',
        path: `${filePath(fileId)}/details`,
        body: { kind: 'json', value: params },
        signal: options.signal,
      });
      return decode(fileSchema, answer, 'file details');
    },

    async delete(fileId, options = {}) {
      await send({ method: 'DELETE', host: 'api', path: filePath(fileId), signal: options.signal });
    },
  };
}

function filePath(fileId: string): string {
  ensure(fileId.trim() !== '', 'fileId', 'The file id is empty.');
  // Encoding leaves dots alone, and a URL parser would resolve them away.
  ensure(!/^\.{1,2}$/.test(fileId), 'fileId', `"${fileId}" is not a file id.`);
  return `/v1/files/${encodeURIComponent(fileId)}`;
}
