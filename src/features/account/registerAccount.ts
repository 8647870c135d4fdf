import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { setAccountContexts } from './accountContexts.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { createAccountStatusBar, showInStatusBar } from './accountStatusBar.ts';
import { changeAccountKeys, editAccount, renameAccount } from './editAccount.ts';
import { checkConnection } from './checkConnection.ts';
import { connectAccount, type KnownCredentials } from './connectAccount.ts';
import { connectEmulator } from './connectEmulator.ts';
import { disconnectAccount, disconnectAllAccounts } from './disconnectAccount.ts';
import { useAccountInFolder } from './folderAccount.ts';
import { movePrivateKey } from './movePrivateKey.ts';
import { setReadOnly } from './readOnly.ts';
import { switchAccount } from './switchAccount.ts';

export interface AccountFeature extends vscode.Disposable {
  readonly statusBar: vscode.StatusBarItem;
  /** Asks for what is not known yet; tells whether an account was connected. */
  connectAccount(known: KnownCredentials): Promise<boolean>;
}

export function registerAccount(
  commands: CommandRunner,
  dependencies: AccountDependencies,
): AccountFeature {
  const { store, session } = dependencies;
  const statusBar = createAccountStatusBar();
  // Without the keys, so that activation does not read them.
  const update = (): void => {
    showInStatusBar(statusBar, session.glance());
    void setAccountContexts(session, store.list().accounts.length);
  };
  update();

  const registrations = vscode.Disposable.from(
    statusBar,
    session.onDidChange(update),
    vscode.workspace.onDidChangeWorkspaceFolders(update),
    commands.register(commandIds.connectAccount, () => connectAccount(dependencies)),
    commands.register(commandIds.connectEmulator, () => connectEmulator(dependencies)),
    commands.register(commandIds.switchAccount, () => switchAccount(dependencies)),
    commands.register(commandIds.editAccount, () => editAccount(dependencies)),
    commands.register(commandIds.renameAccount, () => renameAccount(dependencies)),
    commands.register(commandIds.changeAccountKeys, () => changeAccountKeys(dependencies)),
    commands.register(commandIds.makeAccountReadOnly, () => setReadOnly(dependencies, true)),
    commands.register(commandIds.allowAccountChanges, () => setReadOnly(dependencies, false)),
    commands.register(commandIds.useAccountInFolder, () => useAccountInFolder(dependencies)),
    commands.register(commandIds.checkConnection, () => checkConnection(dependencies)),
    commands.register(commandIds.disconnectAccount, () => disconnectAccount(dependencies)),
    commands.register(commandIds.disconnectAllAccounts, () => disconnectAllAccounts(dependencies)),
    commands.register(commandIds.movePrivateKey, (uri, offset) =>
      movePrivateKey(dependencies, uri, offset),
    ),
  );
  return {
    statusBar,
    connectAccount: (known) => connectAccount(dependencies, known),
    dispose: () => registrations.dispose(),
  };
}
