import { openAsBlob } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImageKitError } from '../core/api/imageKitError.ts';
import { DiskFile } from './diskFile.ts';

/** Codes that say that there is nothing at the path; every other one means it cannot be read. */
const missingCodes: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * A file as a `Blob` that reads from disk while it is sent. A change on disk before or while it is
 * read makes reading fail.
 * @throws ImageKitError with `fileMissing` or `fileUnreadable`.
 */
export async function openFileAsBlob(fsPath: string): Promise<File> {
  try {
    const stats = await stat(fsPath);
    // A device or a pipe has no size to announce, and reading one may never end.
    if (!stats.isFile()) throw unreadable(fsPath, `${fsPath} is not a regular file`);
    await access(fsPath, constants.R_OK);
    return new DiskFile(await openAsBlob(fsPath), basename(fsPath), fsPath, stats);
  } catch (error) {
    if (error instanceof ImageKitError) throw error;
    const code = codeOf(error);
    if (code !== undefined && missingCodes.has(code)) {
      throw new ImageKitError('fileMissing', `${fsPath} does not exist`, {
        subject: fsPath,
        cause: error,
      });
    }
    throw unreadable(fsPath, `${fsPath} cannot be read (${code ?? 'unknown reason'})`, error);
  }
}

function unreadable(fsPath: string, message: string, cause?: unknown): ImageKitError {
  return new ImageKitError('fileUnreadable', message, { subject: fsPath, cause });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
