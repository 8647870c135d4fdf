import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { issueReport } from './issueReport.ts';

/** @param countAccounts Their number only: names may be a secret of somebody's customer. */
export function registerReportIssue(
  commands: CommandRunner,
  extension: vscode.Extension<unknown>,
  countAccounts: () => number,
): vscode.Disposable {
  return commands.register(commandIds.reportIssue, async () => {
    const content = issueReport(extension, countAccounts());
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
  });
}
