/** Something started that must not outlive this process. */
export interface Cleanup {
  /** Ends it gracefully; awaited. */
  stop(): Promise<void>;
  /** Ends it at once and synchronously, when there is no time left to wait. */
  kill(): void;
}

const pending = new Set<Cleanup>();
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let installed = false;

/**
 * Ends `cleanup` on every way out of this process: {@link cleanUp}, a signal, a crash, an exit.
 * Call the returned function instead once it has ended by itself.
 */
export function onCleanup(cleanup: Cleanup): () => void {
  installHandlers();
  pending.add(cleanup);
  return () => {
    pending.delete(cleanup);
  };
}

let cleaning = false;

/** Whether what ends now was meant to end. */
export function isCleaningUp(): boolean {
  return cleaning;
}

/** Ends everything registered, the youngest first. Failures are reported, never thrown. */
export async function cleanUp(): Promise<void> {
  cleaning = true;
  for (const cleanup of [...pending].toReversed()) {
    try {
      await cleanup.stop();
      pending.delete(cleanup);
    } catch (error) {
      console.error('Could not stop cleanly, ending it by force:', error);
      cleanup.kill();
      pending.delete(cleanup);
    }
  }
}

/**
 * Leaves as if by SIGTERM when the parent process is gone: a parent that was killed outright
 * could not pass the signal on. Windows does not tell, so it does nothing there.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) void leave('SIGTERM');
  }, 1000);
  timer.unref();
}

function installHandlers(): void {
  if (installed) return;
  installed = true;
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void leave(signal));
  }
  process.on('exit', () => {
    for (const cleanup of pending) cleanup.kill();
  });
}

let leaving = false;

async function leave(signal: keyof typeof signalNumbers): Promise<void> {
  const exitCode = 128 + signalNumbers[signal];
  // A second Ctrl-C means that waiting is no longer wanted; the exit handler kills the rest.
  if (leaving) process.exit(exitCode);
  leaving = true;
  await cleanUp();
  process.exit(exitCode);
}
