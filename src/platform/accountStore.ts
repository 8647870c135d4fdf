import * as vscode from 'vscode';
import * as v from 'valibot';
import type { Account, AccountFacts, Credentials } from '../core/accounts/account.ts';
import {
  noAccounts,
  withAccount,
  withActive,
  withChanged,
  withoutAccount,
  type AccountList,
} from '../core/accounts/accountList.ts';
import { CredentialVault, type KeptIn } from './credentialVault.ts';

const listKey = 'imagekit.accounts';

const factsSchema = v.object({
  id: v.string(),
  name: v.string(),
  isReadOnly: v.boolean(),
});

const listSchema = v.object({
  revision: v.string(),
  activeId: v.optional(v.string()),
  accounts: v.array(factsSchema),
});

/** How long `globalState` of another window may lag behind a secret, in milliseconds. */
const patience = [50, 100, 200, 400, 800];

/**
 * The accounts of a person: names in `globalState`, credentials in SecretStorage. Keys are
 * read at first use, never at activation. Every window follows the changes of the others.
 */
export class AccountStore implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #vault: CredentialVault;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly #credentials = new Map<string, Promise<Credentials | undefined>>();
  readonly #accounts = new Map<string, Account>();
  /** Of what this window has told about. */
  #revision: string | undefined;

  /** Fires when any account was added, changed, switched to or removed, in any window. */
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento, secrets: vscode.SecretStorage) {
    this.#state = state;
    this.#vault = new CredentialVault(secrets);
    this.#revision = this.#read()?.revision;
    this.#subscription = vscode.Disposable.from(
      this.#vault.onDidAnnounce((revision) => void this.#follow(revision)),
      // Windows of a browser share `globalState`, and hear nothing of each other's secrets.
      vscode.window.onDidChangeWindowState(() => {
        if (this.#read()?.revision !== this.#revision) this.#tell();
      }),
    );
  }

  list(): AccountList {
    return this.#read() ?? noAccounts;
  }

  /** The same object for as long as nothing of the account changes; `undefined` without its keys. */
  async get(id: string): Promise<Account | undefined> {
    const facts = this.list().accounts.find((account) => account.id === id);
    if (!facts) return undefined;
    let reading = this.#credentials.get(id);
    if (!reading) {
      reading = this.#vault.read(id);
      this.#credentials.set(id, reading);
    }
    const credentials = await reading;
    if (!credentials) return undefined;
    const account = { ...facts, ...credentials };
    const known = this.#accounts.get(id);
    if (known && JSON.stringify(known) === JSON.stringify(account)) return known;
    this.#accounts.set(id, account);
    return account;
  }

  /** Every account whose keys are here. */
  async all(): Promise<readonly Account[]> {
    const accounts = await Promise.all(this.list().accounts.map(({ id }) => this.get(id)));
    return accounts.filter((account) => account !== undefined);
  }

  /** Adds the account, or changes it whole; it becomes the active one. */
  save(account: Account): Promise<KeptIn> {
    return this.#store(account, withAccount);
  }

  /** Changes an account whole; the active one stays. One that another window removed comes back. */
  edit(account: Account): Promise<KeptIn> {
    const isKnown = this.list().accounts.some(({ id }) => id === account.id);
    return this.#store(account, isKnown ? withChanged : withAccount);
  }

  /** Changes the name, or whether the account is read-only; its credentials stay. */
  async change(facts: AccountFacts): Promise<void> {
    await this.#write(withChanged(this.list(), factsOf(facts)));
  }

  async activate(id: string): Promise<void> {
    await this.#write(withActive(this.list(), id));
  }

  /** @returns Whether its keys are removed; the account is gone from the list in any case. */
  async delete(id: string): Promise<boolean> {
    const isRemoved = await this.#vault.delete(id);
    await this.#write(withoutAccount(this.list(), id));
    return isRemoved;
  }

  /** @returns Whether all keys are removed; the list is empty in any case. */
  async deleteAll(): Promise<boolean> {
    const removals = this.list().accounts.map(({ id }) => this.#vault.delete(id));
    const removed = await Promise.all(removals);
    await this.#write(noAccounts);
    return removed.every(Boolean);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #store(account: Account, add: typeof withAccount): Promise<KeptIn> {
    // `globalState` outlives the window; a SecretStorage that lost what came with it does not.
    const isForgetful = this.#read() !== undefined && !(await this.#vault.hasAnnounced());
    const keptIn = await this.#vault.store(account.id, account);
    await this.#write(add(this.list(), factsOf(account)));
    return keptIn === 'keyring' && isForgetful ? 'forgetful' : keptIn;
  }

  async #write(list: AccountList): Promise<void> {
    const revision = crypto.randomUUID();
    this.#credentials.clear();
    // The list may be one that was read, with its own revision.
    await this.#state.update(listKey, { ...list, revision });
    try {
      await this.#vault.announce(revision);
    } catch {
      // Without a keyring no other window hears of it at once.
      this.#tell();
    }
  }

  /** Another window writes `globalState` and the secret, which may arrive here in either order. */
  async #follow(revision: string | undefined): Promise<void> {
    for (const milliseconds of patience) {
      if (revision === undefined || this.#read()?.revision === revision) break;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
    this.#tell();
  }

  #tell(): void {
    this.#revision = this.#read()?.revision;
    this.#credentials.clear();
    this.#changed.fire();
  }

  #read(): (v.InferOutput<typeof listSchema> & AccountList) | undefined {
    const parsed = v.safeParse(listSchema, this.#state.get(listKey));
    if (!parsed.success) return undefined;
    return { ...parsed.output, activeId: parsed.output.activeId };
  }
}

/** Field by field, so that no credentials get in that an object carries beside them. */
function factsOf(account: AccountFacts): AccountFacts {
  return v.parse(factsSchema, account);
}
