import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { onCleanup } from './cleanup.ts';
import { rmSync } from 'node:fs';

/** A lock without a readable owner is taken for abandoned after this. */
const ownerlessMs = 10_000;

/**
 * Runs `work` while no other process does so for the same path, by a folder beside it that one
 * process alone can create. The lock of a process that died is taken over.
 */
export async function withFolderLock<T>(
  lockFolder: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(lockFolder), { recursive: true });
  let told = false;
  while (!(await tryLock(lockFolder))) {
    if (await isAbandoned(lockFolder)) {
      await rm(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!told) onWait();
    told = true;
    await delay(500);
  }
  const release = (): void => {
    rmSync(lockFolder, { recursive: true, force: true });
  };
  const forget = onCleanup({ stop: async () => release(), kill: release });
  try {
    return await work();
  } finally {
    release();
    forget();
  }
}

async function tryLock(lockFolder: string): Promise<boolean> {
  try {
    await mkdir(lockFolder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(ownerFile(lockFolder), String(process.pid));
  return true;
}

async function isAbandoned(lockFolder: string): Promise<boolean> {
  try {
    const owner = Number(await readFile(ownerFile(lockFolder), 'utf8'));
    if (owner > 0) return !isRunning(owner);
    return Date.now() - (await stat(lockFolder)).mtimeMs > ownerlessMs;
  } catch {
    // Between creating the folder and naming the owner, or just released.
    const age = await stat(lockFolder).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    return age > ownerlessMs;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function ownerFile(lockFolder: string): string {
  return join(lockFolder, 'owner');
}
