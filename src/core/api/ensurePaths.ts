import { ensure } from './ensure.ts';
import { limits } from './limits.ts';

/** @throws ImageKitError with `invalidInput` for a path that no folder can have. */
export function ensureFolderPath(path: string, subject: string): void {
  const parts = path.split('/').filter((part) => part !== '');
  ensure(
    parts.every((part) => part !== '.' && part !== '..'),
    subject,
    `The folder path "${path}" must not hold "." or ".." as a part.`,
  );
  ensure(
    parts.length <= limits.folderDepth,
    subject,
    `The folder path is ${parts.length} levels deep; ImageKit allows ${limits.folderDepth}.`,
  );
}

/** @throws ImageKitError with `invalidInput` also for the root, which cannot be `verb`: `deleted`. */
export function ensureFolderBelowRoot(path: string, subject: string, verb: string): void {
  ensureFolderPath(path, subject);
  ensure(
    path.replaceAll('/', '').trim() !== '',
    subject,
    `The root of the media library cannot be ${verb}.`,
  );
}

/** @throws ImageKitError with `invalidInput` for a path that no file can have. */
export function ensureFilePath(path: string, subject: string): void {
  const parts = path.split('/');
  ensure(parts.at(-1)?.trim() !== '', subject, `"${path}" is not the path of a file.`);
  ensureFolderPath(path, subject);
}

/** @throws ImageKitError with `invalidInput` for what no file or folder can be called. */
export function ensureName(name: string, subject: string, kind: 'file' | 'folder'): void {
  ensure(name.trim() !== '', subject, `The ${kind} needs a name.`);
  ensure(
    name !== '.' && name !== '..' && !name.includes('/'),
    subject,
    `"${name}" cannot be the name of a ${kind}.`,
  );
}
