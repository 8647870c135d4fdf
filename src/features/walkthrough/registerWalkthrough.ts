import type * as vscode from 'vscode';
import { commands as vscodeCommands } from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';

/** Opens the walkthrough that package.json contributes; it never opens by itself. */
export function registerWalkthrough(
  commands: CommandRunner,
  { id }: vscode.Extension<unknown>,
): vscode.Disposable {
  return commands.register(commandIds.openWalkthrough, () =>
    vscodeCommands.executeCommand(
      'workbench.action.openWalkthrough',
      `${id}#gettingStarted`,
      false,
    ),
  );
}
