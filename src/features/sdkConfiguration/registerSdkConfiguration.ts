import type * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import type { ConnectWith } from './importSdkConfiguration.ts';

export function registerSdkConfiguration(
  commands: CommandRunner,
  connectWith: ConnectWith,
): vscode.Disposable {
  return commands.register(commandIds.importSdkConfiguration, async () => {
    const { importSdkConfiguration } = await import('./importSdkConfiguration.ts');
    await importSdkConfiguration(connectWith);
  });
}
