import { ApiError } from '../server/apiError.ts';
import { readJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import { sendEmpty } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import { joinPath, normalizeFolder } from '../store/assetRow.ts';
import { removeBlobs } from '../store/library.ts';
import type { Library } from '../store/library.ts';

/** Creating and deleting folders. Both take a JSON body, deleting too. */
export function folderRoutes(library: Library): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/v1/folder',
      handle: async (exchange) => {
        const body = await readJsonObject(exchange);
        const name = readMember(body, 'folderName').trim();
        const parent = normalizeFolder(readMember(body, 'parentFolderPath'));
        const segments = [...parent.split('/').filter(Boolean), name];
        if (name === '' || segments.some((segment) => segment === '.' || segment === '..')) {
          throw new ApiError(400, 'The folder path is invalid.', { reason: 'INVALID_FOLDER_PATH' });
        }
        library.rows.ensureFolder(
          joinPath(segments.length === 1 ? '/' : cleanPath(parent), cleanName(name)),
          Date.now(),
        );
        sendEmpty(exchange, 201);
      },
    },
    {
      method: 'DELETE',
      pattern: '/v1/folder',
      handle: async (exchange) => {
        const path = normalizeFolder(readMember(await readJsonObject(exchange), 'folderPath'));
        if (library.rows.folderByPath(path) === undefined) {
          throw new ApiError(404, `No folder found with path ${path}.`, {
            reason: 'FOLDER_NOT_FOUND',
          });
        }
        await removeBlobs(library, library.rows.deleteFolder(path));
        sendEmpty(exchange, 204);
      },
    },
  ];
}

function readMember(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') {
    throw new ApiError(400, `Missing ${name} parameter.`, { reason: 'MISSING_PARAMETER' });
  }
  return value;
}

/**
 * Letters, digits and marks of any script stay. The hyphen stays too: the documentation of this
 * call would replace it, that of renaming and uploading keeps it.
 */
function cleanName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{M}\p{N}_-]/gu, '_');
}

function cleanPath(path: string): string {
  return path.split('/').map(cleanName).join('/');
}
