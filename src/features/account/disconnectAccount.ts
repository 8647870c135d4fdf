import * as vscode from 'vscode';
import type { AccountDependencies } from './accountDependencies.ts';
import { pickAccount } from './pickAccount.ts';
import { t } from '../../core/text/l10n.ts';

/** Removes an account and its keys from this computer; nothing changes at ImageKit. */
export async function disconnectAccount({
  store,
}: Pick<AccountDependencies, 'store'>): Promise<void> {
  const account = await pickAccount({ store }, t('Disconnect an ImageKit Account'));
  if (!account) return;
  if (await confirm(t('Disconnect {name}?', { name: account.name })))
    await store.delete(account.id);
}

export async function disconnectAllAccounts({
  store,
}: Pick<AccountDependencies, 'store'>): Promise<void> {
  const { length } = store.list().accounts;
  if (length < 2) return disconnectAccount({ store });
  if (await confirm(t('Disconnect all {count} ImageKit accounts?', { count: length })))
    await store.deleteAll();
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
