import * as vscode from 'vscode';
import type { AccountDependencies } from './accountDependencies.ts';
import { pickAccount } from './pickAccount.ts';

/** In a read-only account nothing that writes is offered, and nothing of it is sent. */
export async function setReadOnly(
  { store }: Pick<AccountDependencies, 'store'>,
  isReadOnly: boolean,
): Promise<void> {
  const title = isReadOnly
    ? 'Make an ImageKit Account Read-Only'
    : 'Allow Changes to an ImageKit Account';
  const account = await pickAccount({ store }, title);
  if (!account) return;
  await store.change({ ...account, isReadOnly });
  void vscode.window.showInformationMessage(
    isReadOnly
      ? `${account.name} is read-only in VS Code now.`
      : `${account.name} can be changed from VS Code now.`,
  );
}
