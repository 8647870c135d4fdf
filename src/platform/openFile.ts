import { openAsBlob } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImageKitError } from '../core/api/imageKitError.ts';
import { DiskFile } from './diskFile.ts';
import { unreadableFile } from './fileErrors.ts';

/**
 * A file as a `Blob` that reads from disk while it is sent. A change on disk before or while it is
 * read makes reading fail.
 * @throws ImageKitError with `fileMissing` or `fileUnreadable`.
 */
export async function openFileAsBlob(fsPath: string): Promise<File> {
  try {
    const stats = await stat(fsPath);
    // A device or a pipe has no size to announce, and reading one may never end.
    if (!stats.isFile()) {
      throw new ImageKitError('fileUnreadable', `${fsPath} is not a regular file`, {
        subject: fsPath,
      });
    }
    await access(fsPath, constants.R_OK);
    return new DiskFile(await openAsBlob(fsPath), basename(fsPath), fsPath, stats);
  } catch (error) {
    throw error instanceof ImageKitError ? error : unreadableFile(fsPath, error);
  }
}
