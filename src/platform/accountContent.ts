import type * as vscode from 'vscode';
import type { Account } from '../core/accounts/account.ts';
import { urlEndpointsOf } from '../core/accounts/accountEndpoints.ts';
import type { AccountContent } from '../core/language/accountContent.ts';
import { FolderListings } from '../core/library/folderListings.ts';
import { SharedTask } from '../core/library/sharedTask.ts';
import type { AccountSession, ConnectedAccount } from './accountSession.ts';

type Named = Awaited<ReturnType<AccountContent['namedTransformations']>>;

const lifetimeInMilliseconds = 60_000;

/** @param scope The document that it is for: its folder may choose the account. */
export type FindAccountContent = (scope: vscode.Uri) => Promise<AccountContent | undefined>;

/** The names and folders of connected accounts for completion, each asked for once in a while. */
export class CachedAccountContent {
  readonly #session: AccountSession;
  /** An account that was changed is another object. */
  readonly #contents = new WeakMap<Account, AccountContent>();

  constructor(session: AccountSession) {
    this.#session = session;
  }

  /** `undefined` where no account is connected. */
  readonly find: FindAccountContent = async (scope) => {
    const connected = await this.#session.find(scope);
    if (!connected) return undefined;
    const known = this.#contents.get(connected.account);
    if (known) return known;
    const content = contentOf(connected);
    this.#contents.set(connected.account, content);
    return content;
  };
}

function contentOf({ account, client }: ConnectedAccount): AccountContent {
  const listings = new FolderListings({
    list: (params, options) => client.assets.list(params, options),
  });
  let loading: SharedTask<Named> | undefined;
  let kept: { readonly named: Named; readonly until: number } | undefined;
  return {
    urlEndpoints: urlEndpointsOf(account),
    folder: (folder, prefix, signal) => listings.find(folder, prefix, signal),
    async namedTransformations(signal) {
      if (kept && Date.now() < kept.until) return kept.named;
      if (!loading) {
        const task = new SharedTask((shared) =>
          client.namedTransformations.list({ signal: shared }),
        );
        loading = task;
        task.onSettled(() => {
          if (loading === task) loading = undefined;
        });
      }
      const named = await loading.join(signal);
      kept = { named, until: Date.now() + lifetimeInMilliseconds };
      return named;
    },
  };
}
