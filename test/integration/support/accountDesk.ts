import * as vscode from 'vscode';
import type { AccountDependencies } from '../../../src/features/account/accountDependencies.ts';
import { AccountSession } from '../../../src/platform/accountSession.ts';
import { AccountStore } from '../../../src/platform/accountStore.ts';
import type { HttpRequest } from '../../../src/core/api/httpTransport.ts';

/** SecretStorage and globalState as two windows of one person share them. */
export class SharedStorage {
  readonly secrets = new Map<string, string>();
  readonly state = new Map<string, unknown>();
  readonly #changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  /** A computer without a keyring. */
  isBroken = false;

  secretStorage(): vscode.SecretStorage {
    const refuse = (): void => {
      if (this.isBroken) throw new Error('Cannot create an item in a locked collection');
    };
    const change = (key: string, value: string | undefined): void => {
      refuse();
      if (value === undefined) this.secrets.delete(key);
      else this.secrets.set(key, value);
      this.#changed.fire({ key });
    };
    return {
      get: async (key) => {
        refuse();
        return this.secrets.get(key);
      },
      keys: async () => [...this.secrets.keys()],
      store: async (key, value) => change(key, value),
      delete: async (key) => change(key, undefined),
      onDidChange: this.#changed.event,
    } as vscode.SecretStorage;
  }

  /** @param lag Milliseconds until the window sees what another one wrote. */
  memento(lag = 0): vscode.Memento {
    const seen = new Map(this.state);
    return {
      keys: () => [...seen.keys()],
      get: <T>(key: string, otherwise?: T) => {
        if (lag === 0) return (this.state.get(key) ?? otherwise) as T;
        const late = this.state.get(key);
        setTimeout(() => seen.set(key, late), lag);
        return (seen.get(key) ?? otherwise) as T;
      },
      update: async (key, value) => void this.state.set(key, structuredClone(value)),
    };
  }
}

/** The account commands with storage of their own and an API that accepts every key. */
export function accountDependencies(
  storage: SharedStorage,
  requests: HttpRequest[] = [],
): AccountDependencies {
  const store = new AccountStore(storage.memento(), storage.secretStorage());
  const session = new AccountSession(store, async (request) => {
    requests.push(request);
    return {
      status: 200,
      header: () => undefined,
      text: async () => '[]',
      bytes: async () => new Uint8Array(),
    };
  });
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return { store, session, logger };
}
