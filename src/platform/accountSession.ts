import * as vscode from 'vscode';
import type { Account, AccountFacts } from '../core/accounts/account.ts';
import { urlEndpointFor, urlEndpointsOf } from '../core/accounts/accountEndpoints.ts';
import { isPrivateKey } from '../core/accounts/accountName.ts';
import { accountInForce } from '../core/accounts/accountList.ts';
import type { HttpTransport } from '../core/api/httpTransport.ts';
import { ImageKitError } from '../core/api/imageKitError.ts';
import { readOnlyError } from '../core/api/readOnlyTransport.ts';
import { settingKeys } from '../constants.ts';
import type { AccountClient } from './accountClient.ts';
import type { AccountStore } from './accountStore.ts';
import { NoAccountError } from './noAccountError.ts';
import { settings } from './settings.ts';

/** An account together with the client that speaks for it. */
export interface ConnectedAccount {
  readonly account: Account;
  readonly client: AccountClient;
}

/** Which account is in force somewhere, or why there is none. */
export type AccountState =
  | { readonly kind: 'connected'; readonly account: Account }
  | { readonly kind: 'disconnected' }
  /** The setting `imagekit.account` names one that is not connected. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** The setting holds a private key in the place of a name. */
  | { readonly kind: 'keyInSetting' }
  /** The computer did not keep the keys. */
  | { readonly kind: 'keysMissing'; readonly facts: AccountFacts };

/** The same as far as it is known before the keys are read. */
export type AccountGlance =
  | { readonly kind: 'connected'; readonly facts: AccountFacts }
  | Exclude<AccountState, { kind: 'connected' }>;

/** What every feature asks for the account in force. */
export class AccountSession implements vscode.Disposable {
  readonly #store: AccountStore;
  readonly #transport: HttpTransport;
  readonly #clients = new WeakMap<Account, AccountClient>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** Accounts whose keys were looked for and not found. */
  readonly #withoutKeys = new Set<string>();
  /** The folder of the text that was edited last. */
  #folder: vscode.Uri | undefined;
  readonly #subscriptions: vscode.Disposable;

  /** Fires when another account or URL endpoint may be in force somewhere, in any window. */
  readonly onDidChange = this.#changed.event;

  constructor(store: AccountStore, transport: HttpTransport) {
    this.#store = store;
    this.#transport = transport;
    this.#folder = folderOf(vscode.window.activeTextEditor);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      store.onDidChange(() => {
        this.#withoutKeys.clear();
        this.#changed.fire();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const { account, urlEndpoints } = settingKeys;
        if ([account, urlEndpoints].some((key) => event.affectsConfiguration(key))) {
          this.#changed.fire();
        }
      }),
    );
  }

  /** A client for an account, also for one that is not saved yet, to check its key. */
  async clientFor(account: Account): Promise<AccountClient> {
    const { createAccountClient } = await import('./accountClient.ts');
    const client = this.#clients.get(account) ?? createAccountClient(this.#transport, account);
    this.#clients.set(account, client);
    return client;
  }

  async connected(account: Account): Promise<ConnectedAccount> {
    return { account, client: await this.clientFor(account) };
  }

  /** The state without reading a key: until one is looked for, an account counts as connected. */
  glance(scope?: vscode.Uri): AccountGlance {
    const wanted = settings.account(scope ?? this.#folder);
    if (isPrivateKey(wanted)) return { kind: 'keyInSetting' };
    const facts = accountInForce(this.#store.list(), wanted);
    if (!facts) return wanted === '' ? { kind: 'disconnected' } : { kind: 'unknown', name: wanted };
    return { kind: this.#withoutKeys.has(facts.id) ? 'keysMissing' : 'connected', facts };
  }

  /**
   * @param scope What it is for: its folder may choose the account. Without it, the folder of the
   * text that was edited last, so that status bar, tree and palette mean the same account.
   */
  async state(scope?: vscode.Uri): Promise<AccountState> {
    const glance = this.glance(scope);
    if (!('facts' in glance)) return glance;
    const { facts } = glance;
    const account = await this.#store.get(facts.id);
    if (account) return { kind: 'connected', account };
    if (!this.#withoutKeys.has(facts.id)) {
      this.#withoutKeys.add(facts.id);
      this.#changed.fire();
    }
    return { kind: 'keysMissing', facts };
  }

  /** Whether the status bar and the library show this account. */
  isInForce({ id }: Pick<Account, 'id'>): boolean {
    const glance = this.glance();
    return glance.kind === 'connected' && glance.facts.id === id;
  }

  async find(scope?: vscode.Uri): Promise<ConnectedAccount | undefined> {
    const state = await this.state(scope);
    return state.kind === 'connected' ? this.connected(state.account) : undefined;
  }

  /** @throws NoAccountError */
  async require(scope?: vscode.Uri): Promise<ConnectedAccount> {
    const state = await this.state(scope);
    if (state.kind !== 'connected') throw new NoAccountError(state);
    return this.connected(state.account);
  }

  /**
   * For what changes the library; a read-only account is refused before anybody is asked anything.
   * @throws NoAccountError, ImageKitError with the reason `readOnly`
   */
  async requireWritable(scope?: vscode.Uri): Promise<ConnectedAccount> {
    const connected = await this.require(scope);
    if (connected.account.isReadOnly) throw readOnlyError();
    return connected;
  }

  /**
   * An account as it is by now, for work that began before: with its present keys, and not any more
   * where it was made read-only or disconnected, in whichever window.
   * @throws ImageKitError with the reason `disconnected` or `readOnly`
   */
  async requireStillWritable({ id }: Pick<Account, 'id'>): Promise<ConnectedAccount> {
    const account = await this.#store.get(id);
    if (!account) throw new ImageKitError('disconnected', 'The account is not connected any more.');
    if (account.isReadOnly) throw readOnlyError();
    return this.connected(account);
  }

  /** The account that a URL belongs to, whichever is in force; else the one in force. */
  async requireFor(url: string, scope?: vscode.Uri): Promise<Account> {
    const accounts = await this.#store.all();
    const owner = accounts.find((account) => urlEndpointFor(account, url) !== undefined);
    return owner ?? (await this.require(scope)).account;
  }

  /**
   * The endpoints whose URLs are ImageKit URLs for this user, beside ImageKit's own host. A key goes
   * to none of them because it stands here.
   */
  async urlEndpoints(): Promise<readonly string[]> {
    const ofAccounts = (await this.#store.all()).flatMap(urlEndpointsOf);
    return [...new Set([...ofAccounts, ...settings.urlEndpoints()])];
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** What belongs to no folder (a panel, an unsaved text) leaves the last one in force. */
  #follow(editor: vscode.TextEditor | undefined): void {
    const folder = folderOf(editor);
    if (!folder) return;
    const before = settings.account(this.#folder);
    this.#folder = folder;
    if (settings.account(folder) !== before) this.#changed.fire();
  }
}

function folderOf(editor: vscode.TextEditor | undefined): vscode.Uri | undefined {
  return editor && vscode.workspace.getWorkspaceFolder(editor.document.uri)?.uri;
}
