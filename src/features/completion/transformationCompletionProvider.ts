import type * as vscode from 'vscode';
import { getCompletionContext } from '../../core/language/completion/completionContext.ts';
import { getCompletions } from '../../core/language/completion/getCompletions.ts';
import { coloursOfDocument, takesColour } from '../../core/language/colours.ts';
import { getUrlCompletions } from '../../core/language/completion/urlCompletions.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { traitsOf } from '../../platform/documentTraits.ts';
import { reach } from '../../platform/milestones.ts';
import { EntryCompletionItem } from './completionItem.ts';

/** Everything that is known without an account. */
export class TransformationCompletionProvider implements vscode.CompletionItemProvider<EntryCompletionItem> {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;

  constructor(session: AccountSession, limits: DocumentLimits) {
    this.#session = session;
    this.#limits = limits;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<EntryCompletionItem[] | undefined> {
    const line = this.#limits.lineAt(document, position);
    if (!line) return undefined;
    const endpoints = await this.#session.urlEndpoints();
    if (token.isCancellationRequested) return undefined;
    const traits = traitsOf(document);
    const context = getCompletionContext(line.text, line.offset, endpoints, traits);
    if (!context) {
      const entries = getUrlCompletions(line.text, line.offset, endpoints, traits);
      return entries.map((entry) => new EntryCompletionItem(entry, line));
    }
    const documentColours =
      context.kind === 'parameterValue' && takesColour(context.definition.values)
        ? coloursOfDocument(document.getText(), document.offsetAt(position), endpoints)
        : [];
    const entries = getCompletions(context, documentColours);
    if (entries.length > 0) reach('completed');
    return entries.map((entry) => new EntryCompletionItem(entry, line));
  }

  resolveCompletionItem(item: EntryCompletionItem): EntryCompletionItem {
    return item.resolve();
  }
}
