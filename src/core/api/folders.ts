import type { ApiSender, RequestOptions } from './apiRequest.ts';
import { ensure } from './ensure.ts';
import { ensureFolderPath } from './ensureFolderPath.ts';

export interface FolderCreateParams {
  /** The service replaces characters that it does not allow, so list again for the true name. */
  readonly folderName: string;
  /** `/` is the root; missing parents are created. */
  readonly parentFolderPath: string;
}

export interface FolderDeleteParams {
  readonly folderPath: string;
}

export interface Folders {
  create(params: FolderCreateParams, options?: RequestOptions): Promise<void>;
  /** Removes the folder and everything below it for good. */
  delete(params: FolderDeleteParams, options?: RequestOptions): Promise<void>;
}

export function createFolders(send: ApiSender): Folders {
  return {
    async create({ folderName, parentFolderPath }, options = {}) {
      ensure(folderName.trim() !== '', 'folderName', 'The folder needs a name.');
      ensure(
        folderName !== '.' && folderName !== '..' && !folderName.includes('/'),
        'folderName',
        `"${folderName}" cannot be the name of a folder.`,
      );
      ensureFolderPath(parentFolderPath, 'parentFolderPath');
      await send({
        method: 'POST',
        host: 'api',
        path: '/v1/folder',
        body: { kind: 'json', value: { folderName, parentFolderPath } },
        signal: options.signal,
      });
    },

    async delete({ folderPath }, options = {}) {
      ensureFolderPath(folderPath, 'folderPath');
      ensure(
        folderPath.replaceAll('/', '').trim() !== '',
        'folderPath',
        'The root of the media library cannot be deleted.',
      );
      await send({
        method: 'DELETE',
        host: 'api',
        path: '/v1/folder',
        body: { kind: 'json', value: { folderPath } },
        signal: options.signal,
      });
    },
  };
}
