import { urlEndpointsOf } from '../core/accounts/accountEndpoints.ts';
import type { AccountContent } from '../core/language/accountContent.ts';
import { AnswerCache } from '../core/library/answerCache.ts';
import { FolderListings } from '../core/library/folderListings.ts';
import type { ConnectedAccount } from './accountSession.ts';

type Named = Awaited<ReturnType<AccountContent['namedTransformations']>>;

const lifetimeInMilliseconds = 60_000;

/** What an account has; each question is asked once in a while. */
export function createAccountContent({ account, client }: ConnectedAccount): AccountContent {
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
