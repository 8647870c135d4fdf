import * as vscode from 'vscode';
import { getCompletionContext } from '../../core/language/completion/completionContext.ts';
import type { CompletionEntry } from '../../core/language/completion/completionEntry.ts';
import {
  getCompletionDocumentation,
  getCompletions,
} from '../../core/language/completion/getCompletions.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { lineAt, type LineText } from '../../platform/lineText.ts';

/** VS Code does not suggest inside strings on its own: these characters have to ask for it. */
const triggerCharacters = [':', ',', '-', '=', '_', '?', '/'];

const itemKinds: Readonly<Record<CompletionEntry['kind'], vscode.CompletionItemKind>> = {
  parameter: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  colour: vscode.CompletionItemKind.Color,
  variable: vscode.CompletionItemKind.Variable,
  operator: vscode.CompletionItemKind.Operator,
  snippet: vscode.CompletionItemKind.Snippet,
};

class TransformationCompletionItem extends vscode.CompletionItem {
  readonly documentationKey: string;

  constructor(entry: CompletionEntry, line: LineText) {
    super({ label: entry.label, description: entry.detail }, itemKinds[entry.kind]);
    this.documentationKey = entry.documentationKey;
    this.insertText = entry.isSnippet
      ? new vscode.SnippetString(entry.insertText)
      : entry.insertText;
    this.range = line.toRange(entry.replace);
    this.filterText = entry.filterText;
    this.sortText = entry.sortText;
    // A parameter that wants a value goes straight on to the list of its values.
    if (entry.wantsValue) {
      this.command = { command: 'editor.action.triggerSuggest', title: 'Suggest Values' };
    }
  }
}

class TransformationCompletionProvider implements vscode.CompletionItemProvider<TransformationCompletionItem> {
  readonly #session: AccountSession;

  constructor(session: AccountSession) {
    this.#session = session;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<TransformationCompletionItem[] | undefined> {
    const line = lineAt(document, position);
    if (!line) return undefined;
    const endpoints = await this.#session.urlEndpoints();
    if (token.isCancellationRequested) return undefined;
    const context = getCompletionContext(line.text, line.offset, endpoints);
    return (
      context &&
      getCompletions(context).map((entry) => new TransformationCompletionItem(entry, line))
    );
  }

  resolveCompletionItem(item: TransformationCompletionItem): TransformationCompletionItem {
    const documentation = getCompletionDocumentation(item.documentationKey);
    if (documentation !== undefined) item.documentation = new vscode.MarkdownString(documentation);
    return item;
  }
}

export function registerTransformationCompletion(session: AccountSession): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    '*',
    new TransformationCompletionProvider(session),
    ...triggerCharacters,
  );
}
