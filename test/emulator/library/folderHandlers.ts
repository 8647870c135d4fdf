import type { Account } from '../account/account.ts';
import { ApiError } from '../server/apiError.ts';
import { readJsonObject } from '../server/readJsonBody.ts';
import { readTextMember } from '../server/readMembers.ts';
import { sendEmpty } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import { joinPath, normalizeFolder } from '../store/assetRow.ts';
import { removeBlobs } from '../store/library.ts';
import { cleanFolderName } from './folderNames.ts';

const maximumItems = 100_000;

/** Creating and deleting folders. Both take a JSON body, deleting too. */
export function folderRoutes({ library, jobs }: Account): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/v1/folder',
      handle: async (exchange) => {
        const body = await readJsonObject(exchange);
        const name = readTextMember(body, 'folderName').trim();
        const parent = normalizeFolder(readTextMember(body, 'parentFolderPath'));
        const segments = [...parent.split('/').filter(Boolean), name];
        if (name === '' || segments.some((segment) => segment === '.' || segment === '..')) {
          throw new ApiError(400, 'The folder path is invalid.', { reason: 'INVALID_FOLDER_PATH' });
        }
        const cleanParent = parent.split('/').map(cleanFolderName).join('/');
        library.rows.ensureFolder(
          joinPath(normalizeFolder(cleanParent), cleanFolderName(name)),
          Date.now(),
        );
        sendEmpty(exchange, 201);
      },
    },
    {
      method: 'DELETE',
      pattern: '/v1/folder',
      handle: async (exchange) => {
        const path = normalizeFolder(readTextMember(await readJsonObject(exchange), 'folderPath'));
        if (library.rows.folderByPath(path) === undefined) {
          throw new ApiError(404, `No folder found with path ${path}.`, {
            reason: 'FOLDER_NOT_FOUND',
          });
        }
        jobs.checkUnlocked([path]);
        if (library.rows.countBelow(path) > maximumItems) {
          throw new ApiError(400, 'The folder has more than 100,000 items.', {
            reason: 'TOO_MANY_OBJECTS',
          });
        }
        await removeBlobs(library, library.rows.deleteFolder(path));
        sendEmpty(exchange, 204);
      },
    },
  ];
}
