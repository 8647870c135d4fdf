import type * as vscode from 'vscode';
import {
  getCompletionContext,
  type CompletionContext,
} from '../../core/language/completion/completionContext.ts';
import { getAccountContext } from '../../core/language/completion/accountContext.ts';
import { getCompletions } from '../../core/language/completion/getCompletions.ts';
import { takesColour } from '../../core/language/colours.ts';
import type { UsedColours } from '../../core/language/completion/usedColours.ts';
import { getUrlCompletions } from '../../core/language/completion/urlCompletions.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { coloursOf } from '../../platform/documentColours.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { traitsOf } from '../../platform/documentTraits.ts';
import { reach } from '../../platform/milestones.ts';
import type { PickedColours } from '../../platform/pickedColours.ts';
import { EntryCompletionItem } from './completionItem.ts';
import type { ExamplePictures } from './examplePictures.ts';

/** Everything that is known without an account. */
export class TransformationCompletionProvider {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;
  readonly #picked: PickedColours;
  readonly #pictures: ExamplePictures;

  constructor(
    session: AccountSession,
    limits: DocumentLimits,
    picked: PickedColours,
    pictures: ExamplePictures,
  ) {
    this.#session = session;
    this.#limits = limits;
    this.#picked = picked;
    this.#pictures = pictures;
  }

  /** @param line As it was when VS Code asked. */
  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    line = this.#limits.lineAt(document, position),
  ): Promise<EntryCompletionItem[] | undefined> {
    if (!line) return undefined;
    const endpoints = await this.#session.urlEndpoints();
    if (token.isCancellationRequested) return undefined;
    const traits = traitsOf(document);
    const context = getCompletionContext(line.text, line.offset, endpoints, traits);
    if (!context) {
      const entries = getUrlCompletions(line.text, line.offset, endpoints, traits);
      return entries.map((entry) => new EntryCompletionItem(entry, line));
    }
    const colours = takesColours(context)
      ? await this.#coloursFor(document, position, endpoints)
      : undefined;
    const entries = getCompletions(context, colours);
    if (colours) {
      const offered = entries.filter(({ kind }) => kind === 'colour');
      this.#picked.offer(
        document,
        offered.map(({ insertText }) => insertText),
      );
    }
    if (entries.length > 0) reach('completed');
    return entries.map((entry) => new EntryCompletionItem(entry, line));
  }

  /** Whether there are any, also those that only an account knows. */
  async hasSuggestions(document: vscode.TextDocument, position: vscode.Position): Promise<boolean> {
    const line = this.#limits.lineAt(document, position);
    if (!line) return false;
    const endpoints = await this.#session.urlEndpoints();
    const where = [line.text, line.offset, endpoints] as const;
    const traits = traitsOf(document);
    const context = getCompletionContext(...where, traits);
    if (!context) return false;
    return (
      getCompletions(context).length > 0 || getAccountContext(...where, [], traits) !== undefined
    );
  }

  async #coloursFor(
    document: vscode.TextDocument,
    position: vscode.Position,
    endpoints: readonly string[],
  ): Promise<UsedColours> {
    const text = document.getText();
    const ofDocument = coloursOf(document, text, endpoints).mostUsed(document.offsetAt(position));
    return { ofAccount: await this.#picked.recent(document), ofDocument };
  }

  resolveCompletionItem(item: EntryCompletionItem): Promise<EntryCompletionItem> {
    return item.resolve(this.#pictures);
  }
}

function takesColours(context: CompletionContext): boolean {
  return context.kind === 'parameterValue' && takesColour(context.definition.values);
}
