import * as vscode from 'vscode';
import type { Account, AccountFacts } from '../core/accounts/account.ts';
import { urlEndpointFor, urlEndpointsOf } from '../core/accounts/accountEndpoints.ts';
import { accountInForce } from '../core/accounts/accountList.ts';
import { createUrlEndpoints, type UrlEndpoints } from '../core/api/accounts/urlEndpoints.ts';
import { createAssets } from '../core/api/assets.ts';
import { connectApi } from '../core/api/connectApi.ts';
import type { ImageKitClient } from '../core/api/createImageKitClient.ts';
import { createFiles } from '../core/api/files.ts';
import { createFolders } from '../core/api/folders.ts';
import type { HttpTransport } from '../core/api/httpTransport.ts';
import { createNamedTransformations } from '../core/api/namedTransformations.ts';
import { readOnlyError, readOnlyTransport } from '../core/api/readOnlyTransport.ts';
import { settingKeys } from '../constants.ts';
import type { AccountStore } from './accountStore.ts';
import { NoAccountError } from './noAccountError.ts';
import { settings } from './settings.ts';

/** The resources that features use; the others stay out of the bundle until they are named here. */
export type AccountClient = Pick<
  ImageKitClient,
  'assets' | 'files' | 'folders' | 'namedTransformations'
> & { readonly urlEndpoints: Pick<UrlEndpoints, 'list'> };

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
  /** The computer did not keep the keys. */
  | { readonly kind: 'keysMissing'; readonly facts: AccountFacts };

/** What every feature asks for the account in force. */
export class AccountSession implements vscode.Disposable {
  readonly #store: AccountStore;
  readonly #transport: HttpTransport;
  readonly #clients = new WeakMap<Account, AccountClient>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  /** Fires when another account or URL endpoint may be in force somewhere, in any window. */
  readonly onDidChange = this.#changed.event;

  constructor(store: AccountStore, transport: HttpTransport) {
    this.#store = store;
    this.#transport = transport;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      store.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const { account, urlEndpoints } = settingKeys;
        if ([account, urlEndpoints].some((key) => event.affectsConfiguration(key))) {
          this.#changed.fire();
        }
      }),
    );
  }

  /** A client for an account, also for one that is not saved yet, to check its key. */
  clientFor(account: Account): AccountClient {
    const known = this.#clients.get(account);
    if (known) return known;
    const transport = account.isReadOnly ? readOnlyTransport(this.#transport) : this.#transport;
    const { call, uploadV1 } = connectApi({ transport, account });
    const client = {
      assets: createAssets(call),
      files: createFiles(call, uploadV1),
      folders: createFolders(call),
      namedTransformations: createNamedTransformations(call),
      urlEndpoints: createUrlEndpoints(call),
    };
    this.#clients.set(account, client);
    return client;
  }

  connected(account: Account): ConnectedAccount {
    return { account, client: this.clientFor(account) };
  }

  /** @param scope What it is for: its folder may choose the account. Without it, the window's. */
  async state(scope?: vscode.Uri): Promise<AccountState> {
    const wanted = settings.account(scope);
    const facts = accountInForce(this.#store.list(), wanted);
    if (!facts) return wanted === '' ? { kind: 'disconnected' } : { kind: 'unknown', name: wanted };
    const account = await this.#store.get(facts.id);
    return account ? { kind: 'connected', account } : { kind: 'keysMissing', facts };
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
}
