import * as vscode from 'vscode';
import * as v from 'valibot';
import type { Account } from '../core/account.ts';

const secretKey = 'imagekit.account';

const accountSchema = v.object({
  name: v.string(),
  urlEndpoint: v.string(),
  publicKey: v.string(),
  privateKey: v.string(),
  apiOrigin: v.string(),
  uploadOrigin: v.string(),
});

/**
 * The connected account, whole, in SecretStorage: the only place that holds a key.
 * It is read at first use, never at activation, and kept until any window of the user changes it.
 */
export class SecretAccountStore implements vscode.Disposable {
  readonly #secrets: vscode.SecretStorage;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #account: Promise<Account | undefined> | undefined;

  /** Fires when the account was connected, changed or disconnected, here or in another window. */
  readonly onDidChange = this.#changed.event;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (key !== secretKey) return;
      this.#account = undefined;
      this.#changed.fire();
    });
  }

  get(): Promise<Account | undefined> {
    return (this.#account ??= this.#read());
  }

  async save(account: Account): Promise<void> {
    await this.#secrets.store(secretKey, JSON.stringify(account));
  }

  async delete(): Promise<void> {
    await this.#secrets.delete(secretKey);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #read(): Promise<Account | undefined> {
    const stored = await this.#secrets.get(secretKey);
    if (stored === undefined) return undefined;
    // An unreadable record is no account: the person connects again and it is overwritten.
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), accountSchema), stored);
    return parsed.success ? parsed.output : undefined;
  }
}
