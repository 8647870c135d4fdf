import * as vscode from 'vscode';
import type { Account } from '../../core/account.ts';
import { checkCredentials } from '../../core/api/checkCredentials.ts';
import { describeError } from '../../core/api/describeError.ts';
import { isImageKitError } from '../../core/api/imageKitError.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import type { SecretAccountStore } from '../../platform/secretAccountStore.ts';

export interface ConnectDependencies {
  readonly session: AccountSession;
  readonly store: SecretAccountStore;
  readonly logger: Logger;
}

/** What the person wants after the account's key could not be confirmed. */
export type ConnectOutcome = 'connected' | 'askAgain' | 'givenUp';

const tryAgain = 'Try Again';
const edit = 'Edit';

/**
 * Checks the account against its API and saves it once the API accepts its key. A wrong key, an
 * unreachable host and a refused certificate are three different sentences; nothing is saved then.
 */
export async function connect(
  { session, store, logger }: ConnectDependencies,
  account: Account,
): Promise<ConnectOutcome> {
  for (;;) {
    const failure = await check(session, account);
    if (failure === undefined) {
      await store.save(account);
      logger.info(`Connected to ${account.urlEndpoint}.`);
      vscode.window.setStatusBarMessage(`$(check) ImageKit: connected to ${account.name}`, 5000);
      return 'connected';
    }
    if (isImageKitError(failure, 'cancelled')) return 'givenUp';
    logger.error(`Could not connect to ${account.urlEndpoint}`, failure);
    const answer = await vscode.window.showErrorMessage(describeError(failure), tryAgain, edit);
    if (answer === edit) return 'askAgain';
    if (answer !== tryAgain) return 'givenUp';
  }
}

/** The error that the check ended with, or `undefined` where the API accepted the key. */
function check(session: AccountSession, account: Account): Thenable<unknown> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `ImageKit: checking the key of ${account.name}`,
      cancellable: true,
    },
    async (_progress, token) => {
      try {
        await checkCredentials(session.clientFor(account), { signal: toAbortSignal(token) });
        return undefined;
      } catch (error) {
        return error;
      }
    },
  );
}
