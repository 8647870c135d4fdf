import type { LibraryFile } from '../../core/library/libraryItem.ts';

export interface FolderNode {
  readonly kind: 'folder';
  readonly name: string;
  /** `/blog/2026`; the root is `/`. */
  readonly path: string;
}

export interface FileNode {
  readonly kind: 'file';
  readonly name: string;
  readonly path: string;
  /** What copy, insert and open hand out: the plain URL, without the API's cache-buster. */
  readonly url: string;
  readonly file: LibraryFile['file'];
}

/** The row that loads the next page of its folder. */
export interface LoadMoreNode {
  readonly kind: 'loadMore';
  readonly folder: string;
}

/** Why a folder below the root could not be listed; the root says it as welcome content. */
export interface FailureNode {
  readonly kind: 'failure';
  readonly folder: string;
  readonly message: string;
}

export type LibraryNode = FolderNode | FileNode | LoadMoreNode | FailureNode;

/** The folder that a node stands in; `undefined` for what stands at the root. */
export function parentPathOf(node: LibraryNode): string | undefined {
  const folder =
    node.kind === 'folder' || node.kind === 'file'
      ? node.path.slice(0, node.path.lastIndexOf('/'))
      : node.folder;
  return folder === '' || folder === '/' ? undefined : folder;
}
