import * as vscode from 'vscode';
import { contextKeys, viewIds } from '../../constants.ts';
import type { SecretAccountStore } from '../../platform/secretAccountStore.ts';

/** Shows which account is connected, and nothing while there is none. */
export function registerAccountStatusBar(store: SecretAccountStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'imagekit.account',
    vscode.StatusBarAlignment.Left,
    -1000,
  );
  item.name = 'ImageKit Account';
  item.command = `${viewIds.mediaLibrary}.focus`;

  const update = async (): Promise<void> => {
    const account = await store.get();
    await vscode.commands.executeCommand(
      'setContext',
      contextKeys.connected,
      account !== undefined,
    );
    if (!account) {
      item.hide();
      return;
    }
    item.text = `$(cloud) ${account.name}`;
    item.tooltip = `ImageKit: connected to ${account.urlEndpoint}. Show the media library.`;
    item.accessibilityInformation = { label: `ImageKit account ${account.name}` };
    item.show();
  };

  void update();
  return vscode.Disposable.from(
    item,
    store.onDidChange(() => void update()),
  );
}
