import { decodeText } from '../text/decodeText.ts';
import type { FolderListing } from './folderListings.ts';
import type { LibraryFile } from './libraryItem.ts';

/**
 * The file at a path of a URL.
 * @param path Encoded or not, with its leading slash: `/blog/a%20b.jpg`.
 * @param list What a folder holds, as far as its names begin with a text.
 * @throws ImageKitError, also `cancelled`.
 */
export async function findFile(
  path: string,
  list: (folder: string, prefix: string) => Promise<FolderListing>,
): Promise<LibraryFile | undefined> {
  const decoded = decodeText(path);
  const slash = decoded.lastIndexOf('/');
  if (slash === -1 || slash === decoded.length - 1) return undefined;
  const { items } = await list(decoded.slice(0, slash) || '/', decoded.slice(slash + 1));
  return items.find((item): item is LibraryFile => item.kind === 'file' && item.path === decoded);
}
