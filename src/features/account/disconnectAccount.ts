import * as vscode from 'vscode';
import { showFailure } from '../../platform/showFailure.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { pickAccount } from './pickAccount.ts';
import { t } from '../../core/text/l10n.ts';

type Dependencies = Pick<AccountDependencies, 'store' | 'logger'>;

/** Removes an account and its keys from this computer; nothing changes at ImageKit. */
export async function disconnectAccount({ store, logger }: Dependencies): Promise<void> {
  const account = await pickAccount({ store }, t('Disconnect an ImageKit Account'));
  if (!account) return;
  if (!(await confirm(t('Disconnect {name}?', { name: account.name })))) return;
  if (!(await store.delete(account.id))) tellOfKeysLeft(logger);
}

export async function disconnectAllAccounts({ store, logger }: Dependencies): Promise<void> {
  const { length } = store.list().accounts;
  if (length < 2) return disconnectAccount({ store, logger });
  if (!(await confirm(t('Disconnect all {count} ImageKit accounts?', { count: length })))) return;
  if (!(await store.deleteAll())) tellOfKeysLeft(logger);
}

function tellOfKeysLeft(logger: Dependencies['logger']): void {
  logger.error('SecretStorage could not remove the keys');
  void showFailure(
    t(
      'Disconnected, but VS Code’s secret storage could not be reached, so the keys may still be in it; make new ones at ImageKit if others use this computer.',
    ),
  );
}

async function confirm(question: string): Promise<boolean> {
  const disconnect = t('Disconnect');
  const detail = t(
    'The keys are removed from this computer. Your media at ImageKit stay as they are.',
  );
  const answer = await vscode.window.showWarningMessage(
    question,
    { modal: true, detail },
    disconnect,
  );
  return answer === disconnect;
}
