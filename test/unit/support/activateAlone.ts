/**
 * Activates the extension in this process, which may not write (`--permission`), and prints what it
 * called that reaches outside, as JSON. With `--and-use` it goes on to use the account and to connect.
 */
import dns from 'node:dns';
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestHandles } from '../../../src/extension.ts';
import { stub, stubVscode } from './vscodeStub.ts';

const calls: string[] = [];

function watch(owner: object, name: string): void {
  const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
  Reflect.set(owner, name, function watching(this: unknown, ...args: unknown[]) {
    calls.push(name);
    return Reflect.apply(original, this, args);
  });
}

/** Some parts of a stub of our own. */
function over(below: object, parts: object): object {
  return new Proxy(parts, {
    get: (target, name) => Reflect.get(name in target ? target : below, name) as unknown,
  });
}

const source = fileURLToPath(new URL('../../../src', import.meta.url));
stubVscode(source);
// Settings have their defaults, so that the account below is the one in force.
const settings = { get: (_key: string, otherwise: unknown) => otherwise, inspect: () => undefined };
const workspace = { getConfiguration: () => settings };
Object.assign(globalThis, { vscodeStub: over(stub, { workspace: over(stub, workspace) }) });
const { activate } = (await import(`${source}/extension.ts`)) as {
  activate: (context: unknown) => TestHandles;
};

// Modules are read from disk until here.
watch(net.Socket.prototype, 'connect');
watch(dns, 'lookup');
for (const name of ['open', 'openSync', 'writeFile', 'writeFileSync', 'mkdir', 'mkdirSync']) {
  watch(fs, name);
}
for (const name of ['open', 'writeFile', 'appendFile', 'mkdir', 'rename']) watch(fs.promises, name);
process.on('unhandledRejection', (error) => calls.push(`unhandled: ${String(error)}`));

const writes: unknown[] = [];
const update = (...args: unknown[]): Promise<void> => Promise.resolve(void writes.push(args));
const accounts = {
  revision: '1',
  activeId: 'acme',
  accounts: [{ id: 'acme', name: 'Acme', isReadOnly: false }],
};
const memento = {
  get: (key: string) => (key === 'imagekit.accounts' ? accounts : undefined),
  keys: () => [],
  update,
};
let secretsRead = 0;
const get = (): Promise<undefined> => Promise.resolve(void secretsRead++);
const handles = activate({
  subscriptions: [],
  extension: stub,
  // That of tests, as everything of `vscode` is the stub.
  extensionMode: stub,
  globalState: memento,
  workspaceState: memento,
  secrets: { get, store: update, onDidChange: () => stub },
});
await delay(500);
if (process.argv.includes('--and-use')) {
  await handles.session.find();
  await new Promise((resolve) => net.connect(9, '127.0.0.1').on('error', resolve));
}
console.log(JSON.stringify({ calls, writes: writes.length, secretsRead }));
process.exit();
