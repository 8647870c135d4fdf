import type { RequestOptions } from './apiRequest.ts';
import { fileSchema, type ImageKitFile } from './assetSchemas.ts';
import { endpoint, nothing, type ApiCaller } from './endpoint.ts';
import { ensure, ensureTags } from './ensure.ts';
import { ensureExtensions } from './extensions/ensureExtensions.ts';
import type { Extension } from './extensions/extensionConfig.ts';
import { createFileArrangement, type FileArrangement } from './files/arrangement.ts';
import { createFilesBulk, type FilesBulk } from './files/bulk.ts';
import { createFilesMetadata, type FilesMetadata } from './files/metadata.ts';
import { createFileVersions, type FileVersions } from './files/versions.ts';
import type { Upload } from './upload/createUpload.ts';
import { ensureCustomCoordinates } from './upload/uploadChecks.ts';
import { t } from '../text/l10n.ts';

export interface FileDetailsUpdate {
  readonly removeAITags?: readonly string[] | 'all';
  readonly webhookUrl?: string;
  readonly extensions?: readonly Extension[];
  /** Replaces all tags; `null` clears them. */
  readonly tags?: readonly string[] | null;
  /** `x,y,width,height`; `null` clears them. */
  readonly customCoordinates?: string | null;
  /** A member that is `null` is unset. */
  readonly customMetadata?: Readonly<Record<string, unknown>>;
  readonly description?: string;
}

export interface FilePublication {
  readonly publish: { readonly isPublished: boolean; readonly includeFileVersions?: boolean };
}

/** Change the details of a file, or publish and unpublish it; never both in one call. */
export type FileUpdateParams = FileDetailsUpdate | FilePublication;

/** Source: https://imagekit.io/docs/api-reference (Files) */
export interface Files extends FileArrangement {
  readonly bulk: FilesBulk;
  readonly versions: FileVersions;
  readonly metadata: FilesMetadata;
  /** With the upload API v1; stored once even where its answer is lost, see `createUpload`. */
  readonly upload: Upload;
  /** Details of the current version. */
  get(fileId: string, options?: RequestOptions): Promise<ImageKitFile>;
  update(fileId: string, params: FileUpdateParams, options?: RequestOptions): Promise<ImageKitFile>;
  /** Removes the file with all its versions for good. */
  delete(fileId: string, options?: RequestOptions): Promise<void>;
}

const endpoints = {
  get: endpoint('GET', '/v1/files/{fileId}/details', 'file details', fileSchema),
  update: endpoint('PATCH', '/v1/files/{fileId}/details', 'file details', fileSchema),
  delete: endpoint('DELETE', '/v1/files/{fileId}', 'deletion', nothing),
};

export function createFiles(call: ApiCaller, upload: Upload): Files {
  return {
    ...createFileArrangement(call),
    bulk: createFilesBulk(call),
    versions: createFileVersions(call),
    metadata: createFilesMetadata(call),
    upload,

    get: (fileId, { signal } = {}) => call(endpoints.get, { path: { fileId }, signal }),

    async update(fileId, params, { signal } = {}) {
      ensureUpdate(params);
      // An extension would run, and cost, a second time.
      const repeat = 'extensions' in params ? 'once' : undefined;
      return call(endpoints.update, { path: { fileId }, body: params, repeat, signal });
    },

    delete: (fileId, { signal } = {}) => call(endpoints.delete, { path: { fileId }, signal }),
  };
}

function ensureUpdate(params: FileUpdateParams): void {
  if ('publish' in params) {
    const isAlone = Object.keys(params).length === 1;
    ensure(isAlone, 'publish', t('Publish a file and change its details in two calls.'));
    return;
  }
  const { tags, removeAITags, customCoordinates, extensions } = params;
  if (tags) ensureTags(tags);
  if (Array.isArray(removeAITags)) ensureTags(removeAITags, 'removeAITags');
  if (typeof customCoordinates === 'string') ensureCustomCoordinates(customCoordinates);
  if (extensions) ensureExtensions(extensions);
}
