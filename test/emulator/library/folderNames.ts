/**
 * Letters, digits and marks of any script stay. The hyphen stays too: the documentation of creating
 * a folder would replace it, that of renaming and uploading keeps it.
 */
export function cleanFolderName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{M}\p{N}_-]/gu, '_');
}
