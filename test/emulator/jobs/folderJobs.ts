import type { Account } from '../account/account.ts';
import type { Job } from '../account/records.ts';
import { copyFile, moveFile } from '../library/fileHistory.ts';
import { cleanFolderName } from '../library/folderNames.ts';
import { ApiError } from '../server/apiError.ts';
import { joinPath, normalizeFolder } from '../store/assetRow.ts';
import type { Asset, FileAsset } from '../store/assetRow.ts';

const maximumItems = 100_000;

const refuse = (status: number, message: string, reason: string): ApiError =>
  new ApiError(status, message, { reason });

interface Transfer {
  /** The folder itself. */
  readonly source: string;
  /** Where the folder will be: inside the destination, under its own name. */
  readonly target: string;
  readonly items: readonly Asset[];
}

/** @returns the id of the job. @throws {ApiError} for what the service refuses. */
export function startCopy(
  account: Account,
  from: string,
  to: string,
  withVersions: boolean,
): string {
  const transfer = readTransfer(account, from, to);
  const { source, target, items } = transfer;
  const { rows } = account.library;
  return account.jobs.start({
    type: 'COPY_FOLDER',
    folders: [source, target],
    items,
    work: (some) =>
      relocate(account, some, transfer, (file, folder) =>
        copyFile(rows, file, { folder, name: file.name }, withVersions),
      ),
    finish: () => {
      rows.ensureFolder(target, Date.now());
      return {};
    },
  });
}

/** @returns the id of the job. @throws {ApiError} for what the service refuses. */
export function startMove(account: Account, from: string, to: string): string {
  const transfer = readTransfer(account, from, to);
  if (`${normalizeFolder(to)}/`.startsWith(`${transfer.source}/`)) {
    throw refuse(400, 'A folder cannot move into itself.', 'INVALID_DESTINATION_PATH');
  }
  return startTransfer(account, 'MOVE_FOLDER', transfer, () => ({}));
}

/** @returns the id of the job. @throws {ApiError} for what the service refuses. */
export function startRename(
  account: Account,
  path: string,
  newName: string,
  purgeCache: boolean,
): string {
  const { rows } = account.library;
  const source = normalizeFolder(path);
  if (source === '/') throw new ApiError(400, 'The root folder cannot be renamed.');
  const folder = rows.folderByPath(source);
  if (folder === undefined) throw new ApiError(404, `No folder found with path ${source}.`);
  const name = cleanFolderName(newName);
  if (/^\.+$/.test(newName)) {
    throw refuse(400, 'The folder name is invalid.', 'INVALID_PARAMETER');
  }
  const target = joinPath(folder.folder, name);
  if (rows.folderByPath(target) !== undefined) {
    throw refuse(409, `A folder with the path ${target} already exists.`, 'FOLDER_ALREADY_EXISTS');
  }
  const transfer = { source, target, items: rows.below(source) };
  return startTransfer(account, 'RENAME_FOLDER', transfer, () =>
    purgeCache ? purgeOld(account, source) : {},
  );
}

function startTransfer(
  account: Account,
  type: Job['type'],
  transfer: Transfer,
  finish: () => Partial<Job>,
): string {
  const { source, target, items } = transfer;
  const { rows } = account.library;
  return account.jobs.start({
    type,
    folders: [source, target],
    items,
    work: (some) =>
      relocate(account, some, transfer, (file, folder) =>
        moveFile(rows, file, { folder, name: file.name }),
      ),
    finish: () => {
      rows.ensureFolder(target, Date.now());
      // Only folders are left by now, unless something was uploaded meanwhile.
      if (!rows.below(source).some((each) => each.kind === 'file')) rows.deleteFolder(source);
      return finish();
    },
  });
}

/** Makes the folders at their new place and hands on the files. */
function relocate(
  { library: { rows } }: Account,
  items: readonly Asset[],
  { source, target }: Transfer,
  put: (file: FileAsset, folder: string) => void,
): void {
  rows.transaction(() => {
    for (const item of items) {
      const folder = target + item.folder.slice(source.length);
      if (item.kind === 'folder') rows.ensureFolder(joinPath(folder, item.name), Date.now());
      else put(item, folder);
    }
  });
}

function purgeOld(account: Account, source: string): Partial<Job> {
  try {
    return {
      purgeRequestId: account.purges.request(`${account.library.urlEndpoint()}${source}/*`),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { status: 'Partial success', message: `Renamed, but the cache was not purged: ${why}` };
  }
}

function readTransfer(account: Account, from: string, to: string): Transfer {
  const { rows } = account.library;
  const source = normalizeFolder(from);
  const destination = normalizeFolder(to);
  if ([source, destination].some((path) => /(^|\/)\.{1,2}(\/|$)/.test(path))) {
    throw refuse(400, 'The folder path is invalid.', 'INVALID_FOLDER_PATH');
  }
  if (source === '/') throw refuse(400, 'The root folder cannot be a source.', 'SOURCE_IS_ROOT');
  const folder = rows.folderByPath(source);
  if (folder === undefined) {
    throw refuse(404, `No files or folder found at ${source}.`, 'NO_FILES_FOLDER');
  }
  if (folder.folder === destination) {
    throw refuse(400, 'The source is in the destination already.', 'SAME_SOURCE_AND_DESTINATION');
  }
  if (rows.countBelow(source) > maximumItems) {
    throw refuse(400, 'The folder has more than 100,000 items.', 'TOO_MANY_OBJECTS');
  }
  return { source, target: joinPath(destination, folder.name), items: rows.below(source) };
}
