import * as v from 'valibot';
import type { RequestOptions } from '../apiRequest.ts';
import { endpoint, nothing, type ApiCaller } from '../endpoint.ts';
import { ensureFilePath, ensureFolderPath, ensureName } from '../ensurePaths.ts';
import { textOrNull } from '../schemaParts.ts';

const renamedSchema = v.nullish(
  v.looseObject({
    /** Of the purge of the old URL, where one was asked for. */
    purgeRequestId: textOrNull,
    /** `PURGE_FAILED`: renamed, but the old URL is still cached. */
    reason: textOrNull,
    message: textOrNull,
  }),
);

export type FileRenameResult = NonNullable<v.InferOutput<typeof renamedSchema>>;

export interface FileCopyParams {
  readonly sourceFilePath: string;
  /** A folder; the file keeps its name. A file there of that name gets new versions. */
  readonly destinationPath: string;
  /** The service's default is false: only the current version. */
  readonly includeFileVersions?: boolean;
}

export interface FileMoveParams {
  readonly sourceFilePath: string;
  /** A folder; the file keeps its name. A file there of that name gets new versions. */
  readonly destinationPath: string;
}

export interface FileRenameParams {
  readonly filePath: string;
  /** Letters, digits, `.`, `_` and `-`; the service makes `_` of all else. */
  readonly newFileName: string;
  /** Takes the old URL out of the cache; counts as one purge. */
  readonly purgeCache?: boolean;
}

/** Where files are and what they are called; all three go by paths, not by ids. */
export interface FileArrangement {
  copy(params: FileCopyParams, options?: RequestOptions): Promise<void>;
  move(params: FileMoveParams, options?: RequestOptions): Promise<void>;
  /** Fails with `conflict` where the name is taken. */
  rename(params: FileRenameParams, options?: RequestOptions): Promise<FileRenameResult>;
}

const endpoints = {
  copy: endpoint('POST', '/v1/files/copy', 'copy', nothing),
  move: endpoint('POST', '/v1/files/move', 'move', nothing),
  // The second time there is no file of the old name.
  rename: endpoint('PUT', '/v1/files/rename', 'answer to the renaming', renamedSchema, 'once'),
};

export function createFileArrangement(call: ApiCaller): FileArrangement {
  return {
    async copy({ sourceFilePath, destinationPath, includeFileVersions }, { signal } = {}) {
      ensureFilePath(sourceFilePath, 'sourceFilePath');
      ensureFolderPath(destinationPath, 'destinationPath');
      const body = { sourceFilePath, destinationPath, includeFileVersions };
      return call(endpoints.copy, { body, signal });
    },

    async move({ sourceFilePath, destinationPath }, { signal } = {}) {
      ensureFilePath(sourceFilePath, 'sourceFilePath');
      ensureFolderPath(destinationPath, 'destinationPath');
      return call(endpoints.move, { body: { sourceFilePath, destinationPath }, signal });
    },

    async rename({ filePath, newFileName, purgeCache }, { signal } = {}) {
      ensureFilePath(filePath, 'filePath');
      ensureName(newFileName, 'newFileName', 'file');
      const body = { filePath, newFileName, purgeCache };
      return (await call(endpoints.rename, { body, signal })) ?? {};
    },
  };
}
