import * as vscode from 'vscode';
import { t } from '../core/text/l10n.ts';

/** Puts text on the clipboard and says so where it does not get in the way. */
export async function copyText(text: string, what: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(t('$(check) ImageKit: copied {what}', { what }), 3000);
}

/** Replaces every selection of the active editor; where it cannot, the clipboard has the text. */
export async function insertAtCursor(text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor && (await replaceSelections(editor, text))) {
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    return;
  }
  await vscode.env.clipboard.writeText(text);
  void vscode.window.showInformationMessage(
    editor
      ? t('This file is read-only, so the URL was copied to the clipboard instead.')
      : t('No text file is open, so the URL was copied to the clipboard instead.'),
  );
}

function replaceSelections(editor: vscode.TextEditor, text: string): Thenable<boolean> {
  return editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
}

/** @param url Kept as text: VS Code's `Uri` would encode a signed or an overlay URL again. */
export async function openInBrowser(url: string): Promise<void> {
  // This command takes a text as it is, `env.openExternal` only a Uri (microsoft/vscode#85930).
  await vscode.commands.executeCommand('vscode.open', url);
}
