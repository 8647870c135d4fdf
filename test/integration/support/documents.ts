import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

export interface OpenedDocument {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/** Opens an untitled document; a `|` in the text is the cursor and is not part of the text. */
export async function open(
  textWithCursor: string,
  language = 'plaintext',
): Promise<OpenedDocument> {
  const offset = textWithCursor.indexOf('|');
  assert.notEqual(offset, -1, 'the text has a cursor');
  const content = textWithCursor.slice(0, offset) + textWithCursor.slice(offset + 1);
  const document = await vscode.workspace.openTextDocument({ content, language });
  const position = document.positionAt(offset);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(position, position);
  return { document, position };
}

/** The Markdown of all hovers at the cursor. */
export async function hoverAt({ document, position }: OpenedDocument): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The suggestions of this extension at the cursor; word suggestions of VS Code are left out. */
export async function completionsAt({
  document,
  position,
}: OpenedDocument): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    undefined,
    100,
  );
  return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** The document's text after a suggestion was accepted. */
export async function accept(
  { document }: OpenedDocument,
  item: vscode.CompletionItem,
): Promise<string> {
  const range =
    item.range instanceof vscode.Range ? item.range : (item.range?.replacing ?? assert.fail());
  const edit = new vscode.WorkspaceEdit();
  const text = typeof item.insertText === 'string' ? item.insertText : item.insertText?.value;
  edit.replace(document.uri, range, text ?? labelOf(item));
  assert(await vscode.workspace.applyEdit(edit));
  return document.getText();
}

/**
 * The code actions that have an edit or a command of this extension.
 *
 * VS Code drops all answers when any extension registers a provider while it asks, as the one of a
 * language does when its first text was opened. An editor then asks again, and so do we.
 */
export async function actionsIn(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  // VS Code cancels a question about a text that has just changed; an editor asks again, too.
  const ask = async (): Promise<readonly vscode.CodeAction[] | undefined> => {
    try {
      return await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind?.value,
      );
    } catch (error) {
      if (error instanceof Error && error.name === 'Canceled') return undefined;
      throw error;
    }
  };
  const answer = async (): Promise<readonly vscode.CodeAction[]> =>
    await eventually(ask, 'an answer about code actions');
  const first = await answer();
  const actions = first.length > 0 ? first : await answer();
  return actions.filter(
    ({ edit, command }) => edit !== undefined || command?.command.startsWith('imagekit.'),
  );
}
