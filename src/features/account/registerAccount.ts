import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { registerAccountStatusBar } from './accountStatusBar.ts';
import type { ConnectDependencies } from './connect.ts';
import { connectAccount } from './connectAccount.ts';
import { connectEmulator } from './connectEmulator.ts';
import { disconnectAccount } from './disconnectAccount.ts';

export function registerAccount(
  commands: CommandRunner,
  dependencies: ConnectDependencies,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerAccountStatusBar(dependencies.store),
    commands.register(commandIds.connectAccount, () => connectAccount(dependencies)),
    commands.register(commandIds.connectEmulator, (address) =>
      connectEmulator(dependencies, address),
    ),
    commands.register(commandIds.disconnectAccount, () => disconnectAccount(dependencies.store)),
  );
}
