import * as vscode from 'vscode';
import type { SecretAccountStore } from '../../platform/secretAccountStore.ts';

/** Removes the account and its keys from this computer; nothing changes at ImageKit. */
export async function disconnectAccount(store: SecretAccountStore): Promise<void> {
  const account = await store.get();
  if (!account) {
    void vscode.window.showInformationMessage('No ImageKit account is connected.');
    return;
  }
  const disconnect = 'Disconnect';
  const answer = await vscode.window.showWarningMessage(
    `Disconnect ${account.name}?`,
    {
      modal: true,
      detail: 'Its keys are removed from this computer. Your media at ImageKit stay as they are.',
    },
    disconnect,
  );
  if (answer === disconnect) await store.delete();
}
