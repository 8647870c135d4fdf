import { ensure } from './ensure.ts';
import { limits } from './limits.ts';
import { t } from '../text/l10n.ts';

/** @throws ImageKitError with `invalidInput` for a path that no folder can have. */
export function ensureFolderPath(path: string, subject: string): void {
  const parts = path.split('/').filter((part) => part !== '');
  ensure(
    parts.every((part) => part !== '.' && part !== '..'),
    subject,
    t('The folder path "{path}" must not hold "." or ".." as a part.', { path }),
  );
  ensure(
    parts.length <= limits.folderDepth,
    subject,
    t('The folder path is {levels} levels deep; ImageKit allows {limit}.', {
      levels: parts.length,
      limit: limits.folderDepth,
    }),
  );
}

/** @throws ImageKitError with `invalidInput` also for the root, which cannot be `verb`: `deleted`. */
export function ensureFolderBelowRoot(path: string, subject: string, verb: string): void {
  ensureFolderPath(path, subject);
  ensure(
    path.replaceAll('/', '').trim() !== '',
    subject,
    t('The root of the media library cannot be {verb}.', { verb }),
  );
}

/** @throws ImageKitError with `invalidInput` for a path that no file can have. */
export function ensureFilePath(path: string, subject: string): void {
  const parts = path.split('/');
  ensure(parts.at(-1)?.trim() !== '', subject, t('"{path}" is not the path of a file.', { path }));
  ensureFolderPath(path, subject);
}

const nameMessages = {
  file: { missing: 'The file needs a name.', bad: '"{name}" cannot be the name of a file.' },
  folder: { missing: 'The folder needs a name.', bad: '"{name}" cannot be the name of a folder.' },
} as const;

/** @throws ImageKitError with `invalidInput` for what no file or folder can be called. */
export function ensureName(name: string, subject: string, kind: 'file' | 'folder'): void {
  ensure(name.trim() !== '', subject, t(nameMessages[kind].missing));
  ensure(
    name !== '.' && name !== '..' && !/[/\0]/.test(name),
    subject,
    t(nameMessages[kind].bad, { name }),
  );
  ensure(
    name.length <= limits.nameLength,
    subject,
    t('The name has {count} characters; at most {limit} are possible.', {
      count: name.length,
      limit: limits.nameLength,
    }),
  );
}
