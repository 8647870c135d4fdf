import * as vscode from 'vscode';
import * as v from 'valibot';
import { coloursFor, withColour, type RecentColours } from '../core/language/recentColours.ts';
import type { AccountSession } from './accountSession.ts';
import type { Logger } from './outputLogger.ts';

const stateKey = 'imagekit.recentColours';

const schema = v.array(v.tuple([v.string(), v.array(v.string())]));

/**
 * Remembers for each account which colours people took from a list or a picker. VS Code tells nobody
 * that a suggestion was taken, so what is offered is looked for in the next edits.
 */
export class PickedColours implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #session: AccountSession;
  readonly #logger: Logger;
  readonly #offered = new WeakMap<vscode.TextDocument, ReadonlySet<string>>();
  readonly #subscription: vscode.Disposable;

  constructor(state: vscode.Memento, session: AccountSession, logger: Logger) {
    this.#state = state;
    this.#session = session;
    this.#logger = logger;
    this.#subscription = vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event));
  }

  /** @param colours As they would be written. */
  offer(document: vscode.TextDocument, colours: Iterable<string>): void {
    this.#offered.set(document, new Set(colours));
  }

  /** Those of the account that is in force for a document, the last one first. */
  async recent({ uri }: vscode.TextDocument): Promise<readonly string[]> {
    return coloursFor(this.#read(), await this.#accountId(uri));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const [change, ...others] = contentChanges;
    if (!change || others.length > 0 || !this.#offered.get(document)?.has(change.text)) return;
    // Typing a word somewhere else is no choice of a colour.
    const { start } = change.range;
    const before = document.lineAt(start.line).text.slice(0, start.character);
    if (!/[-_]$/.test(before)) return;
    this.#remember(document.uri, change.text).catch((error: unknown) => {
      this.#logger.error('The colour could not be remembered', error);
    });
  }

  async #remember(uri: vscode.Uri, colour: string): Promise<void> {
    const accountId = await this.#accountId(uri);
    await this.#state.update(stateKey, withColour(this.#read(), accountId, colour));
  }

  /** Without an account the colours are those of nobody in particular. */
  async #accountId(uri: vscode.Uri): Promise<string> {
    const state = await this.#session.state(uri);
    return state.kind === 'connected' ? state.account.id : '';
  }

  /** Another version may have written something else there. */
  #read(): RecentColours {
    const read = v.safeParse(schema, this.#state.get(stateKey));
    return read.success ? read.output : [];
  }
}
