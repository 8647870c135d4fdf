import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { object, string } from 'valibot';

import { readJson } from './readJson.ts';

/**
 * Makes the extension in `extensionFolder` an installed one of `extensionsDir`, as people have
 * it, without packaging it: a rebuild and a reload of the window show a change.
 */
export async function linkExtension(extensionsDir: string, extensionFolder: string): Promise<void> {
  const { publisher, name, version } = await readJson(
    join(extensionFolder, 'package.json'),
    object({ publisher: string(), name: string(), version: string() }),
  );
  const id = `${publisher}.${name}`;
  await mkdir(extensionsDir, { recursive: true });
  const stale = (await readdir(extensionsDir)).filter((entry) => entry.startsWith(`${id}-`));
  // VS Code lists what it finds in the folder anew when its own list is missing.
  for (const entry of [...stale, 'extensions.json']) {
    await rm(join(extensionsDir, entry), { recursive: true, force: true });
  }
  // A link, never a listed outside path: uninstalling it in the window removes the link alone.
  await symlink(extensionFolder, join(extensionsDir, `${id}-${version}`), 'junction');
}
