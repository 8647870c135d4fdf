import * as vscode from 'vscode';
import type { CompletionEntry } from '../../core/language/completion/completionEntry.ts';
import { getCompletionDocumentation } from '../../core/language/completion/getCompletions.ts';
import type { ExamplePictures } from './examplePictures.ts';
import type { LineText } from '../../platform/documentLimits.ts';
import { t } from '../../core/text/l10n.ts';

const itemKinds: Readonly<Record<CompletionEntry['kind'], vscode.CompletionItemKind>> = {
  parameter: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  colour: vscode.CompletionItemKind.Color,
  variable: vscode.CompletionItemKind.Variable,
  operator: vscode.CompletionItemKind.Operator,
  snippet: vscode.CompletionItemKind.Snippet,
  named: vscode.CompletionItemKind.Reference,
  file: vscode.CompletionItemKind.File,
  folder: vscode.CompletionItemKind.Folder,
};

/** A suggestion that makes its documentation only when it is looked at. */
export class EntryCompletionItem extends vscode.CompletionItem {
  readonly #entry: CompletionEntry;

  constructor(entry: CompletionEntry, line: LineText) {
    super({ label: entry.label, description: entry.detail }, itemKinds[entry.kind]);
    this.#entry = entry;
    this.insertText = entry.isSnippet
      ? new vscode.SnippetString(entry.insertText)
      : entry.insertText;
    this.range = line.toRange(entry.replace);
    this.filterText = entry.filterText;
    this.sortText = entry.sortText;
    // A parameter that wants a value goes straight on to the list of its values.
    if (entry.wantsValue) {
      this.command = { command: 'editor.action.triggerSuggest', title: t('Suggest Values') };
    }
  }

  /** @param pictures Absent for what has none. */
  async resolve(pictures?: ExamplePictures): Promise<this> {
    const { documentation, documentationKey } = this.#entry;
    const markdown = documentation ?? getCompletionDocumentation(documentationKey);
    if (markdown === undefined) return this;
    const picture = await pictures?.markdownOf(documentationKey);
    const whole = picture === undefined ? markdown : `${picture}\n\n${markdown}`;
    this.documentation = new vscode.MarkdownString(whole);
    return this;
  }
}
