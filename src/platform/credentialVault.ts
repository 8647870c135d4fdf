import type * as vscode from 'vscode';
import * as v from 'valibot';
import type { Credentials } from '../core/accounts/account.ts';

/** Where credentials went: kept for good, or only until VS Code closes. */
export type KeptIn = 'keyring' | 'session';

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
 * Credentials in SecretStorage, the only place that holds a key; in memory where the computer has no
 * keyring. Its events reach every window of the person, which those of `globalState` do not.
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

  async store(id: string, credentials: Credentials): Promise<KeptIn> {
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

  async delete(id: string): Promise<void> {
    this.#session.delete(id);
    await this.#secrets.delete(keyOf(id));
  }

  /** Tells all windows, this one as well, that the accounts have a new revision. */
  async announce(revision: string): Promise<void> {
    await this.#secrets.store(signalKey, revision);
  }

  onDidAnnounce(listener: (revision: string | undefined) => void): vscode.Disposable {
    return this.#secrets.onDidChange(({ key }) => {
      if (key !== signalKey) return;
      void this.#secrets.get(signalKey).then(listener, () => listener(undefined));
    });
  }
}
