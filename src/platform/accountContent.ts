import type { Account } from '../core/accounts/account.ts';
import type { AccountContent } from '../core/language/accountContent.ts';
import { FolderListings } from '../core/library/folderListings.ts';
import { SharedTask } from '../core/library/sharedTask.ts';
import type { AccountSession, ConnectedAccount } from './accountSession.ts';

type Named = Awaited<ReturnType<AccountContent['namedTransformations']>>;

const lifetimeInMilliseconds = 60_000;

/** The connected account's names and folders for completion, each asked for once in a while. */
export class CachedAccountContent {
  readonly #session: AccountSession;
  #current: { readonly account: Account; readonly content: AccountContent } | undefined;

  constructor(session: AccountSession) {
    this.#session = session;
  }

  /** `undefined` where no account is connected. */
  async find(): Promise<AccountContent | undefined> {
    const connected = await this.#session.find();
    if (!connected) this.#current = undefined;
    else if (!isSame(this.#current?.account, connected.account)) {
      this.#current = { account: connected.account, content: contentOf(connected) };
    }
    return this.#current?.content;
  }
}

function isSame(a: Account | undefined, b: Account): boolean {
  return (
    a?.urlEndpoint === b.urlEndpoint && a.privateKey === b.privateKey && a.apiOrigin === b.apiOrigin
  );
}

function contentOf({ account, client }: ConnectedAccount): AccountContent {
  const listings = new FolderListings({
    list: (params, options) => client.assets.list(params, options),
  });
  let loading: SharedTask<Named> | undefined;
  let kept: { readonly named: Named; readonly until: number } | undefined;
  return {
    urlEndpoint: account.urlEndpoint,
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
