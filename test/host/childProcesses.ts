import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { onCleanup } from './cleanup.ts';

const gracePeriodMs = 5000;

export interface OwnedProcess {
  readonly child: ChildProcess;
  /** Ends the process and all that it started; resolves when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a process in a process group of its own, so that its children end with it, and
 * registers it to be ended on every way out of this process.
 */
export function spawnOwned(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): OwnedProcess {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const exited = once(child, 'exit').catch(() => undefined);
  const kill = (): void => {
    signalTree(child, 'SIGKILL');
  };
  const stop = async (): Promise<void> => {
    signalTree(child, 'SIGTERM');
    const timer = setTimeout(kill, gracePeriodMs);
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      await exited;
    }
    clearTimeout(timer);
    // The leader may be gone while grandchildren still run.
    kill();
    forget();
  };
  const forget = onCleanup({ stop, kill });
  return { child, stop };
}

/**
 * Runs a command to its end, handing on each line of its output.
 * @throws {Error} with the last lines of the output when it fails or cannot start.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { onLine?: (line: string) => void },
): Promise<void> {
  const { onLine, ...spawnOptions } = options;
  const owned = spawnOwned(command, args, {
    ...spawnOptions,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { child } = owned;
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      tail.push(line);
      if (tail.length > 30) tail.shift();
      onLine?.(line);
    });
  }
  try {
    await once(child, 'close');
    if (child.exitCode !== 0) {
      const ending =
        child.exitCode === null
          ? `was ended by ${child.signalCode}`
          : `exited with ${child.exitCode}`;
      throw new Error(`${command} ${args.join(' ')} ${ending}:\n${tail.join('\n')}`);
    }
  } finally {
    await owned.stop();
  }
}

function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the whole group has ended already, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
