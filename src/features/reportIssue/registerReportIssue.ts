import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';

/** @param countAccounts Their number only: names may be a secret of somebody's customer. */
export function registerReportIssue(
  commands: CommandRunner,
  extension: vscode.Extension<unknown>,
  countAccounts: () => number,
): vscode.Disposable {
  return commands.register(commandIds.reportIssue, async () => {
    const { issueReport } = await import('./issueReport.ts');
    const content = issueReport(extension, countAccounts());
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
  });
}
