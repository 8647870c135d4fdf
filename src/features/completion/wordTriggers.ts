import * as vscode from 'vscode';
import type { Logger } from '../../platform/outputLogger.ts';

/** Trigger characters that are a part of words: `_` in nearly all languages, `-` in HTML and CSS. */
const wordCharacters: ReadonlySet<string> = new Set(['-', '_']);

/** Whether there is something to suggest at a place. */
type HasSuggestions = (
  document: vscode.TextDocument,
  position: vscode.Position,
) => Promise<boolean>;

/**
 * Asks for suggestions where VS Code passes over a trigger character because a word ends with it, as
 * in `f-` in HTML: it leaves words to its quick suggestions, which are off inside of strings.
 */
export class WordTriggers implements vscode.Disposable {
  readonly #hasSuggestions: HasSuggestions;
  readonly #subscription: vscode.Disposable;

  constructor(hasSuggestions: HasSuggestions, logger: Logger) {
    this.#hasSuggestions = hasSuggestions;
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
