import * as vscode from 'vscode';
import { getAccountContext } from '../../core/language/completion/accountContext.ts';
import { getCompletionContext } from '../../core/language/completion/completionContext.ts';
import { getCompletions } from '../../core/language/completion/getCompletions.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { traitsOf } from '../../platform/documentTraits.ts';
import type { Logger } from '../../platform/outputLogger.ts';

/** Trigger characters that are a part of words: `_` in nearly all languages, `-` in HTML and CSS. */
const wordCharacters: ReadonlySet<string> = new Set(['-', '_']);

/**
 * Asks for suggestions where VS Code passes over a trigger character because a word ends with it, as
 * in `f-` in HTML: it leaves words to its quick suggestions, which are off inside of strings.
 */
export class WordTriggers implements vscode.Disposable {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;
  readonly #subscription: vscode.Disposable;

  constructor(session: AccountSession, limits: DocumentLimits, logger: Logger) {
    this.#session = session;
    this.#limits = limits;
    this.#subscription = vscode.workspace.onDidChangeTextDocument((event) => {
      this.#edited(event).catch((error: unknown) => {
        logger.error('Suggestions could not be asked for', error);
      });
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #edited({
    document,
    contentChanges: [change, ...others],
    reason,
  }: vscode.TextDocumentChangeEvent): Promise<void> {
    const isTyped = reason === undefined && others.length === 0 && change?.rangeLength === 0;
    if (!isTyped || !wordCharacters.has(change.text)) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    const position = change.range.start.translate(0, 1);
    if (!isTriggering(document) || !endsWord(document, position)) return;
    const { version } = document;
    const hasSuggestions = await this.#hasSuggestions(document, position);
    if (!hasSuggestions || document.version !== version) return;
    // `auto`: as for a trigger character, without a message where there is nothing.
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }

  async #hasSuggestions(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<boolean> {
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
}

function isTriggering(document: vscode.TextDocument): boolean {
  return vscode.workspace
    .getConfiguration('editor', document)
    .get('suggestOnTriggerCharacters', true);
}

/** What VS Code takes for a word that is typed; numbers are none. */
function endsWord(document: vscode.TextDocument, position: vscode.Position): boolean {
  const range = document.getWordRangeAtPosition(position);
  if (!range) return false;
  const { start, end } = range;
  const isAtEdge = end.isEqual(position) || start.character + 1 === position.character;
  return isAtEdge && Number.isNaN(Number(document.getText(range)));
}
