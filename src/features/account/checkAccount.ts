import * as vscode from 'vscode';
import type { Account } from '../../core/accounts/account.ts';
import { urlEndpointsOf } from '../../core/accounts/accountEndpoints.ts';
import { discoverUrlEndpoints } from '../../core/accounts/discoverUrlEndpoints.ts';
import { checkCredentials } from '../../core/api/checkCredentials.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { t } from '../../core/text/l10n.ts';

/** What the API said: it takes the key, or why not. */
export type AccountCheck =
  | { readonly kind: 'accepted'; readonly urlEndpoints: readonly string[] }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Asks the API for one item with the account's key, and for its URL endpoints where it may. */
export async function checkAccount(
  { session, logger }: AccountDependencies,
  account: Account,
): Promise<AccountCheck> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('ImageKit: checking the key of {name}', { name: account.name }),
      cancellable: true,
    },
    async (_progress, token) => {
      const signal = toAbortSignal(token);
      const client = await session.clientFor(account);
      try {
        await checkCredentials(client, { signal });
      } catch (error) {
        return { kind: 'failed', error };
      }
      try {
        const known = urlEndpointsOf(account);
        const urlEndpoints = await discoverUrlEndpoints(client.urlEndpoints, known, { signal });
        return { kind: 'accepted', urlEndpoints };
      } catch {
        // Only keys with account scope may list them; the person can add some in Edit Account.
        logger.info(`The key of ${account.name} may not list URL endpoints.`);
        return { kind: 'accepted', urlEndpoints: [] };
      }
    },
  );
}
