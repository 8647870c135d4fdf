import dns from 'node:dns';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import net from 'node:net';
import { extension } from './extension.ts';

/** Functions by which a file, a folder or a connection comes into being. */
const watched: readonly (readonly [object, readonly string[]])[] = [
  [net.Socket.prototype, ['connect']],
  [dns, ['lookup', 'resolve']],
  [fs, ['open', 'openSync', 'writeFile', 'writeFileSync', 'appendFile', 'mkdir', 'mkdirSync']],
  [fs, ['createWriteStream', 'copyFile', 'rename']],
  [fsPromises, ['open', 'writeFile', 'appendFile', 'mkdir', 'copyFile', 'rename']],
];

/** Sees the files that the extension opens or writes and the connections that it makes. */
export class ActivationWatch {
  /** What was called from the extension's bundle. */
  readonly seen: string[] = [];
  readonly #restore: (() => void)[] = [];

  constructor() {
    for (const [owner, names] of watched) for (const name of names) this.#watch(owner, name);
  }

  stop(): void {
    for (const restore of this.#restore) restore();
  }

  #watch(owner: object, name: string): void {
    const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    const { seen } = this;
    function watching(this: unknown, ...args: unknown[]): unknown {
      const { stackTraceLimit } = Error;
      Error.stackTraceLimit = 100;
      const { stack = '' } = new Error('where');
      Error.stackTraceLimit = stackTraceLimit;
      if (stack.includes('extension.cjs')) seen.push(name);
      return Reflect.apply(original, this, args);
    }
    Reflect.set(owner, name, watching);
    this.#restore.push(() => Reflect.set(owner, name, original));
  }
}

/** What activation did; the tests of it read this. */
export const activation: { wasWatched: boolean; seen: readonly string[] } = {
  wasWatched: false,
  seen: [],
};

/** Activates the extension before any test does, and looks on until well after it. */
export async function watchActivation(): Promise<void> {
  activation.wasWatched = !extension().isActive;
  const watch = new ActivationWatch();
  await extension().activate();
  await new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });
  watch.stop();
  activation.seen = watch.seen;
}
