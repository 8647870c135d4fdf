import * as vscode from 'vscode';
import type { Account, Credentials } from '../../core/accounts/account.ts';
import { freeName } from '../../core/accounts/accountList.ts';
import { describeError } from '../../core/api/describeError.ts';
import { isImageKitError } from '../../core/api/imageKitError.ts';
import type { KeptIn } from '../../platform/credentialVault.ts';
import { showFailure } from '../../platform/showFailure.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { checkAccount } from './checkAccount.ts';
import { t } from '../../core/text/l10n.ts';

/** What the person wants after the account's key could not be confirmed. */
export type ConnectOutcome = 'connected' | 'askAgain' | 'givenUp';

/**
 * Checks the account against its API and saves it once the API accepts its key. A wrong key, an
 * unreachable host and a refused certificate are three different sentences; nothing is saved then.
 * @param how `save` makes the account the active one, `edit` leaves that as it is.
 */
export async function connect(
  dependencies: AccountDependencies,
  account: Account,
  how: 'save' | 'edit' = 'save',
): Promise<ConnectOutcome> {
  const { store, logger } = dependencies;
  const tryAgain = t('Try Again');
  const edit = t('Edit');
  for (;;) {
    const check = await checkAccount(dependencies, account);
    if (check.kind === 'accepted') {
      const otherUrlEndpoints = [...new Set([...account.otherUrlEndpoints, ...check.urlEndpoints])];
      const keptIn = await store[how]({ ...account, otherUrlEndpoints });
      logger.info(`Connected to ${account.urlEndpoint}.`);
      vscode.window.setStatusBarMessage(
        how === 'save'
          ? t('$(check) ImageKit: connected to {name}', { name: account.name })
          : t('$(check) ImageKit: saved {name}', { name: account.name }),
        5000,
      );
      if (keptIn !== 'keyring') tellOfMissingKeyring(account.name, keptIn);
      return 'connected';
    }
    if (isImageKitError(check.error, 'cancelled')) return 'givenUp';
    logger.error(`Could not connect to ${account.urlEndpoint}`, check.error);
    const answer = await showFailure(describeError(check.error), tryAgain, edit);
    if (answer === edit) return 'askAgain';
    if (answer !== tryAgain) return 'givenUp';
  }
}

/**
 * Connecting to an endpoint that an account has already brings that account up to date; its further
 * endpoints, custom domains among them, stay.
 */
export async function toAccount(
  { store }: AccountDependencies,
  name: string,
  credentials: Credentials,
): Promise<Account> {
  const known = (await store.all()).find(
    ({ urlEndpoint, apiOrigin }) =>
      urlEndpoint === credentials.urlEndpoint && apiOrigin === credentials.apiOrigin,
  );
  if (known) {
    const others = [...known.otherUrlEndpoints, ...credentials.otherUrlEndpoints];
    return { ...known, ...credentials, otherUrlEndpoints: [...new Set(others)] };
  }
  return {
    id: crypto.randomUUID(),
    name: freeName(store.list(), name),
    isReadOnly: false,
    ...credentials,
  };
}

function tellOfMissingKeyring(name: string, keptIn: Exclude<KeptIn, 'keyring'>): void {
  void vscode.window.showWarningMessage(
    keptIn === 'session'
      ? t(
          'VS Code found no keyring that is open, so the keys of {name} are kept for this window only; set up or unlock one (such as GNOME Keyring), or enter them again after a restart.',
          { name },
        )
      : t(
          'VS Code has lost keys before, as it does without a keyring, so it may ask for those of {name} again after a restart; set up one (such as GNOME Keyring) to keep them.',
          { name },
        ),
  );
}
