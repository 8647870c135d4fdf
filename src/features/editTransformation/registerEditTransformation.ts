import type * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';

export function registerEditTransformation(
  commands: CommandRunner,
  session: AccountSession,
  limits: DocumentLimits,
): vscode.Disposable {
  return commands.register(commandIds.editTransformation, async (place) => {
    const { editTransformation } = await import('./editTransformation.ts');
    await editTransformation(session, limits, place);
  });
}
