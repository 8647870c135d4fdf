import type { ImageKitAsset, ImageKitFile } from '../api/assetSchemas.ts';

export interface LibraryFolder {
  readonly kind: 'folder';
  readonly id: string;
  readonly name: string;
  /** One leading slash, none at the end; the root is `/`. */
  readonly path: string;
}

export interface LibraryFile {
  readonly kind: 'file';
  readonly id: string;
  readonly name: string;
  /** With the leading slash: `/blog/a.jpg`. */
  readonly path: string;
  /** As the API gave it; it may carry a query. */
  readonly url: string;
  /** Everything else that the API said about the file. */
  readonly file: ImageKitFile;
}

/** What a folder of the media library holds. */
export type LibraryItem = LibraryFolder | LibraryFile;

export function toLibraryItem(asset: ImageKitAsset): LibraryItem {
  if (asset.type === 'folder') {
    return {
      kind: 'folder',
      id: asset.folderId,
      name: asset.name,
      path: normalizeFolderPath(asset.folderPath),
    };
  }
  return {
    kind: 'file',
    id: asset.fileId,
    name: asset.name,
    path: asset.filePath,
    url: asset.url,
    file: asset,
  };
}

/** The API takes and gives folder paths with or without a slash at the end. */
export function normalizeFolderPath(path: string): string {
  return `/${path
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`;
}
