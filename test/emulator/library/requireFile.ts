import { ApiError } from '../server/apiError.ts';
import type { FileAsset } from '../store/assetRow.ts';
import type { Library } from '../store/library.ts';

const isId = (id: string): boolean => /^[0-9a-f]{24}$/i.test(id);

/** @throws {ApiError} 400 for a malformed id, 404 for an unknown one. */
export function requireFile(library: Library, id = ''): FileAsset {
  if (!isId(id)) throw new ApiError(400, 'Your request contains an invalid fileId parameter.');
  const file = library.rows.fileById(id);
  if (file === undefined) throw new ApiError(404, 'The requested file does not exist.');
  return file;
}

/** The current version or an older one. @throws {ApiError} as for the file. */
export function requireVersion(library: Library, fileId = '', versionId = ''): FileAsset {
  const file = requireFile(library, fileId);
  if (!isId(versionId)) {
    throw new ApiError(400, 'Your request contains an invalid versionId parameter.');
  }
  const version = library.rows.versionById(versionId);
  if (version === undefined || version.id !== file.id) {
    throw new ApiError(404, 'The requested file version does not exist.');
  }
  return version;
}
