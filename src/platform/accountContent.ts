import type * as vscode from 'vscode';
import type { Account } from '../core/accounts/account.ts';
import { urlEndpointsOf } from '../core/accounts/accountEndpoints.ts';
import type { AccountContent } from '../core/language/accountContent.ts';
import { AnswerCache } from '../core/library/answerCache.ts';
import { FolderListings } from '../core/library/folderListings.ts';
import type { AccountSession, ConnectedAccount } from './accountSession.ts';

type Named = Awaited<ReturnType<AccountContent['namedTransformations']>>;

const lifetimeInMilliseconds = 60_000;

/** @param scope The document that it is for: its folder may choose the account. */
export type FindAccountContent = (scope: vscode.Uri) => Promise<AccountContent | undefined>;

/** The names and folders of connected accounts for completion, each asked for once in a while. */
export class CachedAccountContent {
  readonly #session: AccountSession;
  /** An account that was changed is another object. */
  #contents = new WeakMap<Account, AccountContent>();

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

  /** Files or names may be others now. */
  forget(): void {
    this.#contents = new WeakMap();
  }
}

function contentOf({ account, client }: ConnectedAccount): AccountContent {
  const listings = new FolderListings({
    list: (params, options) => client.assets.list(params, options),
  });
  const names = new AnswerCache<Named>({
    lifetimeOf: () => lifetimeInMilliseconds,
    mostKept: 1,
  });
  return {
    urlEndpoints: urlEndpointsOf(account),
    folder: (folder, prefix, signal) => listings.find(folder, prefix, signal),
    namedTransformations: (signal) =>
      names.find('', (shared) => client.namedTransformations.list({ signal: shared }), signal),
  };
}
