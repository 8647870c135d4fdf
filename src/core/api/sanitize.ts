/** Everything that ImageKit replaces in a file name: all but letters, digits, dot and hyphen. */
const refusedInFileName = /[^\p{L}\p{M}\p{N}.-]/gu;
const refusedInFolder = /[^\p{L}\p{M}\p{N}_-]/gu;

/**
 * The name that ImageKit will most likely give a file: each refused character becomes one `_`.
 * For showing only, the name in the answer wins.
 * Source: https://imagekit.io/docs/api-reference/upload-file/upload-file
 */
export function sanitizeFileName(name: string): string {
  return name.replaceAll(refusedInFileName, '_');
}

/**
 * The folder path that ImageKit will most likely use: one leading slash, none at the end, no empty
 * part, each refused character becomes one `_`. The root is `/`.
 */
export function sanitizeFolder(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return `/${parts.map((part) => part.replaceAll(refusedInFolder, '_')).join('/')}`;
}
