import { ImageKitError } from '../core/api/imageKitError.ts';

/** Codes that say that there is nothing at the path; every other one means it cannot be read. */
const missingCodes: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** The error for a file that the file system does not give: `fileMissing` or `fileUnreadable`. */
export function unreadableFile(fsPath: string, cause: unknown): ImageKitError {
  const code = codeOf(cause);
  const isMissing = code !== undefined && missingCodes.has(code);
  return new ImageKitError(
    isMissing ? 'fileMissing' : 'fileUnreadable',
    isMissing
      ? `${fsPath} does not exist`
      : `${fsPath} cannot be read (${code ?? 'unknown reason'})`,
    { subject: fsPath, cause },
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
