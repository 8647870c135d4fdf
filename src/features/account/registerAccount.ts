import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { setAccountContexts } from './accountContexts.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { createAccountStatusBar, showInStatusBar } from './accountStatusBar.ts';
import type { KnownCredentials } from './connectAccount.ts';

const accountCommands = [
  'connectAccount',
  'connectEmulator',
  'switchAccount',
  'editAccount',
  'renameAccount',
  'changeAccountKeys',
  'makeAccountReadOnly',
  'allowAccountChanges',
  'useAccountInFolder',
  'checkConnection',
  'disconnectAccount',
  'disconnectAllAccounts',
  'movePrivateKey',
] as const satisfies readonly (keyof typeof commandIds)[];

/** Those whose work is in `accountCommands.ts`. */
export type AccountCommand = (typeof accountCommands)[number];

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
    ...accountCommands.map((command) =>
      commands.register(commandIds[command], async (...args) => {
        const { workOf } = await import('./accountCommands.ts');
        await workOf[command](dependencies, ...args);
      }),
    ),
  );
  return {
    statusBar,
    async connectAccount(known) {
      const { connectAccount } = await import('./connectAccount.ts');
      return connectAccount(dependencies, known);
    },
    dispose: () => registrations.dispose(),
  };
}
