import { ensure } from './ensure.ts';

/** https://imagekit.io/docs/dam/folders: how deep folders nest. */
const deepestFolder = 50;

/** @throws ImageKitError with `invalidInput` for a path that no folder can have. */
export function ensureFolderPath(path: string, subject: string): void {
  const parts = path.split('/').filter((part) => part !== '');
  ensure(
    parts.every((part) => part !== '.' && part !== '..'),
    subject,
    `The folder path "${path}" must not hold "." or ".." as a part.`,
  );
  ensure(
    parts.length <= deepestFolder,
    subject,
    `The folder path is ${parts.length} levels deep; ImageKit allows ${deepestFolder}.`,
  );
}
