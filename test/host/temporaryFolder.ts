import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onCleanup } from './cleanup.ts';

/**
 * A new folder that is removed by `cleanUp()` or when this process ends. Its path is short,
 * because VS Code opens sockets in such folders and their paths may not be long.
 */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ik-test-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  onCleanup({ stop: async () => remove(), kill: remove });
  return folder;
}
