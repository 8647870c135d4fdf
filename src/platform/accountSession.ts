import type { Account } from '../core/account.ts';
import { createAssets } from '../core/api/assets.ts';
import { connectApi } from '../core/api/connectApi.ts';
import type { ImageKitClient } from '../core/api/createImageKitClient.ts';
import { createFiles } from '../core/api/files.ts';
import { createFolders } from '../core/api/folders.ts';
import { createNamedTransformations } from '../core/api/namedTransformations.ts';
import type { HttpTransport } from '../core/api/httpTransport.ts';
import type { SecretAccountStore } from './secretAccountStore.ts';

/** A command needs an account and none is connected; the command runner offers to connect one. */
export class NotConnectedError extends Error {
  override readonly name = 'NotConnectedError';
}

/** The resources that features use; the others stay out of the bundle until they are named here. */
export type AccountClient = Pick<
  ImageKitClient,
  'assets' | 'files' | 'folders' | 'namedTransformations'
>;

/** An account together with the client that speaks for it. */
export interface ConnectedAccount {
  readonly account: Account;
  readonly client: AccountClient;
}

/** What every feature asks for the account in force. */
export class AccountSession {
  readonly #store: SecretAccountStore;
  readonly #transport: HttpTransport;

  constructor(store: SecretAccountStore, transport: HttpTransport) {
    this.#store = store;
    this.#transport = transport;
  }

  /** A client for an account that is not saved yet, to check its key. */
  clientFor(account: Account): AccountClient {
    const { call, uploadV1 } = connectApi({ transport: this.#transport, account });
    return {
      assets: createAssets(call),
      files: createFiles(call, uploadV1),
      folders: createFolders(call),
      namedTransformations: createNamedTransformations(call),
    };
  }

  async find(): Promise<ConnectedAccount | undefined> {
    const account = await this.#store.get();
    return account && { account, client: this.clientFor(account) };
  }

  /** @throws NotConnectedError */
  async require(): Promise<ConnectedAccount> {
    const connected = await this.find();
    if (!connected) throw new NotConnectedError('No ImageKit account is connected.');
    return connected;
  }

  /** The endpoints whose URLs are ImageKit URLs for this user, beside ImageKit's own host. */
  async urlEndpoints(): Promise<readonly string[]> {
    const account = await this.#store.get();
    return account ? [account.urlEndpoint] : [];
  }
}
