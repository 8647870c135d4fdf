import * as vscode from 'vscode';
import { isImageKitError } from '../../core/api/imageKitError.ts';
import { getAccountCompletions } from '../../core/language/completion/accountCompletions.ts';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import { getAccountContext } from '../../core/language/completion/accountContext.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { traitsOf } from '../../platform/documentTraits.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { EntryCompletionItem } from './completionItem.ts';

/** Named transformations, paths of the library and the URL endpoint of the connected account. */
export class AccountCompletionProvider {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;
  readonly #findContent: FindAccountContent;
  readonly #logger: Logger;

  constructor(
    session: AccountSession,
    limits: DocumentLimits,
    findContent: FindAccountContent,
    logger: Logger,
  ) {
    this.#session = session;
    this.#limits = limits;
    this.#findContent = findContent;
    this.#logger = logger;
  }

  /** @param line As it was when VS Code asked. */
  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    line = this.#limits.lineAt(document, position),
  ): Promise<vscode.CompletionList<EntryCompletionItem> | undefined> {
    const content = line && (await this.#findContent(document.uri));
    if (!content) return undefined;
    const endpoints = await this.#session.urlEndpoints();
    const context = getAccountContext(
      line.text,
      line.offset,
      endpoints,
      content.urlEndpoints,
      traitsOf(document),
    );
    if (!context || token.isCancellationRequested) return undefined;
    try {
      const found = await getAccountCompletions(context, content, toAbortSignal(token));
      return new vscode.CompletionList(
        found.entries.map((entry) => new EntryCompletionItem(entry, line)),
        found.isIncomplete,
      );
    } catch (error) {
      // Typing goes on without suggestions; a message would be in the way.
      if (!isImageKitError(error, 'cancelled')) {
        this.#logger.error('The account could not be asked for suggestions', error);
      }
      return undefined;
    }
  }

  resolveCompletionItem(item: EntryCompletionItem): Promise<EntryCompletionItem> {
    return item.resolve();
  }
}
