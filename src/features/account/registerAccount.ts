import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { registerAccountStatusBar, type AccountStatusBar } from './accountStatusBar.ts';
import type { ConnectDependencies } from './connect.ts';
import { connectAccount } from './connectAccount.ts';
import { connectEmulator } from './connectEmulator.ts';
import { disconnectAccount } from './disconnectAccount.ts';

export interface AccountFeature extends vscode.Disposable {
  readonly statusBar: AccountStatusBar;
}

export function registerAccount(
  commands: CommandRunner,
  dependencies: ConnectDependencies,
): AccountFeature {
  const statusBar = registerAccountStatusBar(dependencies.store);
  const registrations = vscode.Disposable.from(
    statusBar,
    commands.register(commandIds.connectAccount, () => connectAccount(dependencies)),
    commands.register(commandIds.connectEmulator, (address) =>
      connectEmulator(dependencies, address),
    ),
    commands.register(commandIds.disconnectAccount, () => disconnectAccount(dependencies.store)),
  );
  return { statusBar, dispose: () => registrations.dispose() };
}
