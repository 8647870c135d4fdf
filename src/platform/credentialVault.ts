import type * as vscode from 'vscode';
import * as v from 'valibot';
import type { Credentials } from '../core/accounts/account.ts';

/**
 * Where credentials went: to SecretStorage; only to the memory of this window; or to a SecretStorage
 * that has lost before what it was given.
 */
export type KeptIn = 'keyring' | 'session' | 'forgetful';

const credentialsSchema = v.object({
  urlEndpoint: v.string(),
  otherUrlEndpoints: v.array(v.string()),
  publicKey: v.string(),
  privateKey: v.string(),
  apiOrigin: v.string(),
  uploadOrigin: v.string(),
});

const keyOf = (id: string): string => `imagekit.account.${id}`;
const signalKey = 'imagekit.accounts.revision';

/**
 * Credentials in SecretStorage, the only place that holds a key. Its events reach every window of
 * the person, which those of `globalState` do not.
 *
 * On a computer without a keyring desktop VS Code shows an error of its own at the first `store`,
 * keeps the secret in the memory of the window and reports success; in a browser whose server keeps no
 * secrets it does so without a word (`platform/secrets` and `workbench/services/secrets` of
 * microsoft/vscode). An extension is not told. What it can see is a `store` that fails (a locked
 * keyring), after which the key is kept in memory here, and later a storage without the revision that
 * was announced in it.
 */
export class CredentialVault {
  readonly #secrets: vscode.SecretStorage;
  readonly #session = new Map<string, Credentials>();

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** An unreadable record is none: the person enters the keys again and it is overwritten. */
  async read(id: string): Promise<Credentials | undefined> {
    const kept = this.#session.get(id);
    if (kept) return kept;
    const stored = await this.#secrets.get(keyOf(id)).then(undefined, () => undefined);
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), credentialsSchema), stored);
    return parsed.success ? parsed.output : undefined;
  }

  async store(id: string, credentials: Credentials): Promise<'keyring' | 'session'> {
    // Field by field, so that nothing else that an object carries gets in.
    const record = v.parse(credentialsSchema, credentials);
    try {
      await this.#secrets.store(keyOf(id), JSON.stringify(record));
      this.#session.delete(id);
      return 'keyring';
    } catch {
      this.#session.set(id, record);
      return 'session';
    }
  }

  /** @returns Whether SecretStorage did it; without a keyring it may fail. */
  async delete(id: string): Promise<boolean> {
    this.#session.delete(id);
    try {
      await this.#secrets.delete(keyOf(id));
      return true;
    } catch {
      return false;
    }
  }

  /** Tells all windows, this one as well, that the accounts have a new revision. */
  async announce(revision: string): Promise<void> {
    await this.#secrets.store(signalKey, revision);
  }

  /** Whether SecretStorage still has the revision that was announced last. */
  async hasAnnounced(): Promise<boolean> {
    const revision = await this.#secrets.get(signalKey).then(undefined, () => undefined);
    return revision !== undefined;
  }

  onDidAnnounce(listener: (revision: string | undefined) => void): vscode.Disposable {
    return this.#secrets.onDidChange(({ key }) => {
      if (key !== signalKey) return;
      void this.#secrets.get(signalKey).then(listener, () => listener(undefined));
    });
  }
}
