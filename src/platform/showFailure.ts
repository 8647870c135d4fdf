import * as vscode from 'vscode';
import { commandIds } from '../constants.ts';
import { t } from '../core/text/l10n.ts';

/**
 * One sentence about something that failed, with a way to the log behind the other actions.
 * @returns The action that the person chose; `undefined` for Show Log, which is done here.
 */
export async function showFailure(
  message: string,
  ...actions: readonly string[]
): Promise<string | undefined> {
  const showLog = t('Show Log');
  const chosen = await vscode.window.showErrorMessage(message, ...actions, showLog);
  if (chosen !== showLog) return chosen;
  await vscode.commands.executeCommand(commandIds.showLog);
  return undefined;
}
