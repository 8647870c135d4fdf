import type { Account } from '../account/account.ts';
import { ApiError, supportHelp } from '../server/apiError.ts';
import { readJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import { readFlagMember, readTextMember } from '../server/readMembers.ts';
import { sendEmpty, sendJson } from '../server/respond.ts';
import type { Exchange } from '../server/exchange.ts';
import type { Route } from '../server/router.ts';
import { joinPath, normalizeFolder } from '../store/assetRow.ts';
import type { FileAsset } from '../store/assetRow.ts';
import type { Library } from '../store/library.ts';
import { isOnlyDots, sanitizeFileName } from '../upload/fileNames.ts';
import { copyFile, moveFile } from './fileHistory.ts';
import { fileLinks } from './assetJson.ts';

/** Copying, moving and renaming single files, which go by their paths. */
export function transferRoutes(account: Account): Route[] {
  const { library } = account;
  return [
    {
      method: 'POST',
      pattern: '/v1/files/copy',
      handle: async (exchange) => {
        const body = await readJsonObject(exchange);
        const { file, folder } = readTransfer(library, body);
        const withVersions = readFlagMember(body, 'includeFileVersions');
        copyFile(library.rows, file, { folder, name: file.name }, withVersions);
        sendEmpty(exchange, 204);
      },
    },
    {
      method: 'POST',
      pattern: '/v1/files/move',
      handle: async (exchange) => {
        const { file, folder } = readTransfer(library, await readJsonObject(exchange));
        moveFile(library.rows, file, { folder, name: file.name });
        sendEmpty(exchange, 204);
      },
    },
    {
      method: 'PUT',
      pattern: '/v1/files/rename',
      handle: async (exchange) => rename(account, exchange),
    },
  ];
}

function readTransfer(library: Library, body: JsonObject): { file: FileAsset; folder: string } {
  const path = normalizeFolder(readTextMember(body, 'sourceFilePath'));
  const folder = normalizeFolder(readTextMember(body, 'destinationPath'));
  if (/(^|\/)\.{1,2}(\/|$)/.test(folder)) {
    throw new ApiError(400, 'The destination path is invalid.', { reason: 'INVALID_FOLDER_PATH' });
  }
  const file = library.rows.fileByPath(path);
  if (file === undefined) {
    throw new ApiError(404, `No file found with filePath ${path}.`, {
      reason: 'SOURCE_FILE_MISSING',
    });
  }
  if (file.folder === folder) {
    throw new ApiError(400, 'The file is in that folder already.', {
      reason: 'SAME_SOURCE_AND_DESTINATION',
    });
  }
  return { file, folder };
}

async function rename(account: Account, exchange: Exchange): Promise<void> {
  const { rows, urlEndpoint } = account.library;
  const body = await readJsonObject(exchange);
  const path = normalizeFolder(readTextMember(body, 'filePath'));
  const name = sanitizeFileName(readTextMember(body, 'newFileName').trim());
  const purgeCache = readFlagMember(body, 'purgeCache');
  if (name === '' || isOnlyDots(name)) {
    throw new ApiError(400, 'The new file name is invalid.', { reason: 'INVALID_PARAMETER' });
  }
  const file = rows.fileByPath(path);
  if (file === undefined) {
    throw new ApiError(404, `No file found with filePath ${path}.`, { reason: 'FILE_MISSING' });
  }
  if (file.name === name) {
    throw new ApiError(400, 'The file has that name already.', {
      reason: 'SAME_OLD_AND_NEW_NAME',
    });
  }
  if (rows.fileByPath(joinPath(file.folder, name)) !== undefined) {
    throw new ApiError(409, `A file with the name ${name} already exists.`, {
      reason: 'FILE_ALREADY_EXISTS',
    });
  }
  const [oldUrl = ''] = fileLinks(file, urlEndpoint()).url.split('?', 1);
  moveFile(rows, file, { folder: file.folder, name });
  if (!purgeCache) {
    sendJson(exchange, 200, {});
    return;
  }
  try {
    sendJson(exchange, 200, { purgeRequestId: account.purges.request(`${oldUrl}*`) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    sendJson(exchange, 207, {
      message: `The file was renamed, but its cache was not purged: ${error.message}`,
      help: supportHelp,
      reason: 'PURGE_FAILED',
    });
  }
}
