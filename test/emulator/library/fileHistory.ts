import { ApiError } from '../server/apiError.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { joinPath } from '../store/assetRow.ts';
import { newId } from '../store/libraryStore.ts';
import type { LibraryStore } from '../store/libraryStore.ts';

const maximumVersions = 100;

export interface Place {
  readonly folder: string;
  readonly name: string;
}

/** @throws {ApiError} 400 when a file cannot have that many more versions. */
export function checkVersionLimit(count: number): void {
  if (count <= maximumVersions) return;
  throw new ApiError(400, `A file can have ${String(maximumVersions)} versions at most.`, {
    reason: 'VERSION_LIMIT_EXCEEDED',
  });
}

/** The number of the next version, which is free even after a restore. */
export function nextVersionNumber(versions: readonly FileAsset[]): number {
  return Math.max(0, ...versions.map((version) => version.versionNumber)) + 1;
}

/**
 * Makes the file the current version at its path; what was current there becomes an older one.
 * The version limit must have been checked.
 */
export function addCurrent(rows: LibraryStore, file: FileAsset): void {
  rows.transaction(() => {
    const old = rows.fileByPath(joinPath(file.folder, file.name));
    if (old !== undefined) rows.updateFile({ ...old, kind: 'file-version' });
    rows.insert(file);
  });
}

/**
 * Copies a file to a place. A file that is there already takes the copies into its history.
 * @throws {ApiError} 400 with `VERSION_LIMIT_EXCEEDED`.
 */
export function copyFile(
  rows: LibraryStore,
  source: FileAsset,
  place: Place,
  withVersions: boolean,
): void {
  const sources = withVersions ? oldestFirst(rows, source) : [source];
  const target = rows.fileByPath(joinPath(place.folder, place.name));
  const history = target === undefined ? [] : rows.versionsOf(target.id);
  checkVersionLimit(history.length + sources.length);
  const id = target?.id ?? newId();
  const now = Date.now();
  let number = nextVersionNumber(history);
  rows.transaction(() => {
    rows.ensureFolder(place.folder, now);
    for (const each of sources) {
      const times = { createdAt: target?.createdAt ?? now, updatedAt: now };
      const own = { id, versionId: newId(), versionNumber: number };
      addCurrent(rows, { ...each, ...place, ...times, ...own, kind: 'file' });
      number += 1;
    }
  });
}

/**
 * Moves a file with all its versions. A file that is there already takes them into its history.
 * @throws {ApiError} 400 with `VERSION_LIMIT_EXCEEDED`.
 */
export function moveFile(rows: LibraryStore, source: FileAsset, place: Place): void {
  const sources = oldestFirst(rows, source);
  const target = rows.fileByPath(joinPath(place.folder, place.name));
  const history = target === undefined ? [] : rows.versionsOf(target.id);
  checkVersionLimit(history.length + sources.length);
  const now = Date.now();
  let number = nextVersionNumber(history);
  rows.transaction(() => {
    rows.ensureFolder(place.folder, now);
    if (target !== undefined) rows.updateFile({ ...target, kind: 'file-version' });
    for (const each of sources) {
      const merged = target === undefined ? {} : { id: target.id, versionNumber: number };
      rows.updateFile({ ...each, ...place, ...merged, updatedAt: now });
      number += 1;
    }
  });
}

/** Makes an older version the current one. */
export function restoreVersion(rows: LibraryStore, current: FileAsset, version: FileAsset): void {
  rows.transaction(() => {
    rows.updateFile({ ...current, kind: 'file-version' });
    rows.updateFile({ ...version, kind: 'file', updatedAt: Date.now() });
  });
}

/** The current version comes last. */
function oldestFirst(rows: LibraryStore, file: FileAsset): FileAsset[] {
  return rows.versionsOf(file.id).toReversed();
}
