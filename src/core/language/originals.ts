import { isUrlOf, type FindAccountContent } from './accountContent.ts';
import { findFile } from '../library/findFile.ts';
import type { LibraryFile } from '../library/libraryItem.ts';
import type { PixelSize } from '../transformation/resolveSize.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';

/**
 * What the library has at the path of a URL.
 * @returns `undefined` for a URL of another account.
 * @throws ImageKitError, also `cancelled`.
 */
export async function findOriginal(
  url: ImageKitUrl,
  findContent: FindAccountContent,
  signal: AbortSignal,
): Promise<LibraryFile | undefined> {
  const content = await findContent();
  if (!content || !isUrlOf(content, url)) return undefined;
  return findFile(url.assetPath.text, (folder, prefix) => content.folder(folder, prefix, signal));
}

/** In pixels, where the URL delivers a picture of that size before any transformation. */
export function originalSize(
  { suffix }: ImageKitUrl,
  file: LibraryFile | undefined,
): PixelSize | undefined {
  const { fileType, width, height } = file?.file ?? {};
  if (suffix || fileType !== 'image' || !width || !height) return undefined;
  return { width, height };
}
