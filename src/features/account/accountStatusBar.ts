import * as vscode from 'vscode';
import { contextKeys, viewIds } from '../../constants.ts';
import type { SecretAccountStore } from '../../platform/secretAccountStore.ts';

export interface AccountStatusBar extends vscode.Disposable {
  readonly item: vscode.StatusBarItem;
}

/** Shows which account is connected, and nothing while there is none. */
export function registerAccountStatusBar(store: SecretAccountStore): AccountStatusBar {
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
  const subscription = store.onDidChange(() => void update());
  return {
    item,
    dispose() {
      subscription.dispose();
      item.dispose();
    },
  };
}
