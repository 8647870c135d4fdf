import * as v from 'valibot';
import type { RequestOptions } from '../apiRequest.ts';
import { fileSchema, type ImageKitFile } from '../assetSchemas.ts';
import { endpoint, nothing, type ApiCaller } from '../endpoint.ts';

/** Whose version it is; the version's own id is `versionInfo.id`. */
export interface FileVersionParams {
  readonly fileId: string;
}

/** At most 100 a file. Source: https://imagekit.io/docs/api-reference (File versions) */
export interface FileVersions {
  /** All versions; the current one has the type `file`, the others `file-version`. */
  list(fileId: string, options?: RequestOptions): Promise<ImageKitFile[]>;
  get(versionId: string, of: FileVersionParams, options?: RequestOptions): Promise<ImageKitFile>;
  /** Not of the current version: fails with `badRequest`. */
  delete(versionId: string, of: FileVersionParams, options?: RequestOptions): Promise<void>;
  /** Makes it the current version, which is the answer. */
  restore(
    versionId: string,
    of: FileVersionParams,
    options?: RequestOptions,
  ): Promise<ImageKitFile>;
}

const endpoints = {
  list: endpoint('GET', '/v1/files/{fileId}/versions', 'file versions', v.array(fileSchema)),
  get: endpoint('GET', '/v1/files/{fileId}/versions/{versionId}', 'file version', fileSchema),
  delete: endpoint('DELETE', '/v1/files/{fileId}/versions/{versionId}', 'deletion', nothing),
  // Restoring what is the current version by then is an error.
  restore: endpoint(
    'PUT',
    '/v1/files/{fileId}/versions/{versionId}/restore',
    'restored file',
    fileSchema,
    'once',
  ),
};

export function createFileVersions(call: ApiCaller): FileVersions {
  return {
    list: (fileId, { signal } = {}) => call(endpoints.list, { path: { fileId }, signal }),
    get: (versionId, { fileId }, { signal } = {}) =>
      call(endpoints.get, { path: { fileId, versionId }, signal }),
    delete: (versionId, { fileId }, { signal } = {}) =>
      call(endpoints.delete, { path: { fileId, versionId }, signal }),
    restore: (versionId, { fileId }, { signal } = {}) =>
      call(endpoints.restore, { path: { fileId, versionId }, signal }),
  };
}
