import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import { privateKeyRule } from '../../core/lint/privateKeys.ts';
import type { Fix } from '../../core/lint/finding.ts';
import { rangeOf, type FindingDiagnostic } from './documentDiagnostics.ts';
import type { DiagnosticsController } from './diagnosticsController.ts';
import { fixAll } from './fixKinds.ts';
import { t } from '../../core/text/l10n.ts';

/** Quick fixes of single findings, and all of them at once for `editor.codeActionsOnSave`. */
export class FixProvider implements vscode.CodeActionProvider {
  readonly #controller: DiagnosticsController;

  constructor(controller: DiagnosticsController) {
    this.#controller = controller;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (only?.contains(fixAll))
      return fixEverything(document, await this.#controller.findIn(document, token));
    const here = await this.#controller.findIn(document, token, range);
    return here.flatMap((diagnostic) => [
      ...diagnostic.finding.fixes.map((fix, index) =>
        quickFix(document, diagnostic, fix, index === 0 && !fix.onRequest),
      ),
      ...(diagnostic.finding.code === privateKeyRule.code ? [moveKey(document, diagnostic)] : []),
    ]);
  }
}

/**
 * Of two fixes that touch each other the first is made; the next save makes the other. Only what
 * needs nobody’s choice is repaired.
 */
function fixEverything(
  document: vscode.TextDocument,
  diagnostics: readonly FindingDiagnostic[],
): vscode.CodeAction[] {
  const edit = new vscode.WorkspaceEdit();
  let end = 0;
  for (const { finding } of diagnostics) {
    const [fix] = finding.fixes;
    if (!fix || fix.onRequest || fix.edits.some(({ start }) => start < end)) continue;
    addEdits(edit, document, fix);
    end = Math.max(...fix.edits.map((each) => each.end));
  }
  if (edit.size === 0) return [];
  const action = new vscode.CodeAction(t('Fix all ImageKit problems'), fixAll);
  action.edit = edit;
  return [action];
}

function quickFix(
  document: vscode.TextDocument,
  diagnostic: FindingDiagnostic,
  fix: Fix,
  isPreferred: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = isPreferred;
  action.edit = new vscode.WorkspaceEdit();
  addEdits(action.edit, document, fix);
  return action;
}

/** The key itself is no argument: commands and their arguments are seen by others. */
function moveKey(document: vscode.TextDocument, diagnostic: FindingDiagnostic): vscode.CodeAction {
  const title = t('Move it to VS Code’s secret storage…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = {
    command: commandIds.movePrivateKey,
    title,
    arguments: [document.uri.toString(), diagnostic.finding.start],
  };
  return action;
}

function addEdits(edit: vscode.WorkspaceEdit, document: vscode.TextDocument, fix: Fix): void {
  for (const { newText, ...range } of fix.edits) {
    edit.replace(document.uri, rangeOf(range, document), newText);
  }
}
