import { randomBytes } from 'node:crypto';
import { ApiError } from '../server/apiError.ts';
import { normalizeFolder } from '../store/assetRow.ts';

const maximumFolderDepth = 50;

/** Letters and digits of any script, `.`, `-` and `_` stay; every other character becomes `_`. */
export function sanitizeFileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{M}\p{N}._-]/gu, '_');
}

/** Names of dots stand for folders: no client would keep them in a URL. */
export const isOnlyDots = (name: string): boolean => /^\.+$/.test(name);

/** The same for the segments of a folder path, which have no dots. */
export function sanitizeFolder(path: string): string {
  const folder = normalizeFolder(path).replaceAll(/[^\p{L}\p{M}\p{N}/_-]/gu, '_');
  if (folder.split('/').length - 1 > maximumFolderDepth) {
    throw new ApiError(400, `Folders can be nested ${String(maximumFolderDepth)} levels deep.`);
  }
  return folder;
}

/** `photo.jpg` → `photo_h4bX9-QmZ.jpg`. */
export function addUniqueSuffix(name: string): string {
  const suffix = randomBytes(7).toString('base64url').slice(0, 9);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? `${name}_${suffix}` : `${name.slice(0, dot)}_${suffix}${name.slice(dot)}`;
}
