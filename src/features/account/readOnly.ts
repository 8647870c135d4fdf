import * as vscode from 'vscode';
import type { AccountDependencies } from './accountDependencies.ts';
import { pickAccount } from './pickAccount.ts';
import { t } from '../../core/text/l10n.ts';

/** In a read-only account nothing that writes is offered, and nothing of it is sent. */
export async function setReadOnly(
  { store }: Pick<AccountDependencies, 'store'>,
  isReadOnly: boolean,
): Promise<void> {
  const title = isReadOnly
    ? t('Make an ImageKit Account Read-Only')
    : t('Allow Changes to an ImageKit Account');
  const account = await pickAccount({ store }, title);
  if (!account) return;
  await store.change({ ...account, isReadOnly });
  void vscode.window.showInformationMessage(
    isReadOnly
      ? t('{name} is read-only in VS Code now.', { name: account.name })
      : t('{name} can be changed from VS Code now.', { name: account.name }),
  );
}
