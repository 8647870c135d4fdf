import * as v from 'valibot';
import type { RequestOptions } from './apiRequest.ts';
import { endpoint, nothing, type ApiCaller } from './endpoint.ts';
import { ensureFolderBelowRoot, ensureFolderPath, ensureName } from './ensurePaths.ts';
import { createFolderJob, type FolderJob } from './folders/job.ts';
import { text } from './schemaParts.ts';

export interface FolderCreateParams {
  /** The service replaces characters that it does not allow, so list again for the true name. */
  readonly folderName: string;
  /** `/` is the root; missing parents are created. */
  readonly parentFolderPath: string;
}

export interface FolderDeleteParams {
  readonly folderPath: string;
}

export interface FolderMoveParams {
  readonly sourceFolderPath: string;
  /** The folder in which the source folder will lie. */
  readonly destinationPath: string;
}

export interface FolderCopyParams extends FolderMoveParams {
  /** The service's default is false: only current versions. */
  readonly includeVersions?: boolean;
}

export interface FolderRenameParams {
  readonly folderPath: string;
  /** Letters, digits and `-`; the service makes `_` of all else. */
  readonly newFolderName: string;
  /** Takes the old URLs out of the cache; counts as one purge. */
  readonly purgeCache?: boolean;
}

const startedSchema = v.looseObject({ jobId: text });

/** A job that the service works on; see `waitForFolderJob`. */
export type StartedFolderJob = v.InferOutput<typeof startedSchema>;

/** Source: https://imagekit.io/docs/api-reference (Folders). At most 100 000 items go in one job. */
export interface Folders {
  readonly job: FolderJob;
  create(params: FolderCreateParams, options?: RequestOptions): Promise<void>;
  /** Removes the folder and everything below it for good. */
  delete(params: FolderDeleteParams, options?: RequestOptions): Promise<void>;
  copy(params: FolderCopyParams, options?: RequestOptions): Promise<StartedFolderJob>;
  move(params: FolderMoveParams, options?: RequestOptions): Promise<StartedFolderJob>;
  /** Fails with `conflict` where the name is taken, `locked` while another job works on it. */
  rename(params: FolderRenameParams, options?: RequestOptions): Promise<StartedFolderJob>;
}

const endpoints = {
  create: endpoint('POST', '/v1/folder', 'folder', nothing),
  delete: endpoint('DELETE', '/v1/folder', 'deletion', nothing),
  copy: endpoint('POST', '/v1/bulkJobs/copyFolder', 'started job', startedSchema),
  move: endpoint('POST', '/v1/bulkJobs/moveFolder', 'started job', startedSchema),
  rename: endpoint('POST', '/v1/bulkJobs/renameFolder', 'started job', startedSchema),
};

export function createFolders(call: ApiCaller): Folders {
  return {
    job: createFolderJob(call),

    async create({ folderName, parentFolderPath }, { signal } = {}) {
      ensureName(folderName, 'folderName', 'folder');
      ensureFolderPath(parentFolderPath, 'parentFolderPath');
      return call(endpoints.create, { body: { folderName, parentFolderPath }, signal });
    },

    async delete({ folderPath }, { signal } = {}) {
      ensureFolderBelowRoot(folderPath, 'folderPath', 'deleted');
      return call(endpoints.delete, { body: { folderPath }, signal });
    },

    async copy({ sourceFolderPath, destinationPath, includeVersions }, { signal } = {}) {
      ensureFolderBelowRoot(sourceFolderPath, 'sourceFolderPath', 'copied');
      ensureFolderPath(destinationPath, 'destinationPath');
      const body = { sourceFolderPath, destinationPath, includeVersions };
      return call(endpoints.copy, { body, signal });
    },

    async move({ sourceFolderPath, destinationPath }, { signal } = {}) {
      ensureFolderBelowRoot(sourceFolderPath, 'sourceFolderPath', 'moved');
      ensureFolderPath(destinationPath, 'destinationPath');
      return call(endpoints.move, { body: { sourceFolderPath, destinationPath }, signal });
    },

    async rename({ folderPath, newFolderName, purgeCache }, { signal } = {}) {
      ensureFolderBelowRoot(folderPath, 'folderPath', 'renamed');
      ensureName(newFolderName, 'newFolderName', 'folder');
      return call(endpoints.rename, { body: { folderPath, newFolderName, purgeCache }, signal });
    },
  };
}
