import * as vscode from 'vscode';
import { mayHaveFindings } from '../../core/language/triggers.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { colourSpansOf } from '../../platform/documentColours.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { passedOver } from '../../platform/everyDocument.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import type { PickedColours } from '../../platform/pickedColours.ts';
import { ColourProvider } from './colourProvider.ts';

/** Long enough for a pause in typing. */
const debounceInMilliseconds = 500;

/**
 * Registers the provider for those documents alone that have a colour of ImageKit's: VS Code shows
 * its own boxes (of `#FFF` and the like) only where no extension provides colours.
 */
export class ColourRegistrations implements vscode.Disposable {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;
  readonly #logger: Logger;
  readonly #provider: ColourProvider;
  readonly #registered = new Map<string, vscode.Disposable>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #subscriptions: vscode.Disposable;

  constructor(
    session: AccountSession,
    limits: DocumentLimits,
    picked: PickedColours,
    logger: Logger,
    onDidChangeEndpoints: vscode.Event<void>,
  ) {
    this.#session = session;
    this.#limits = limits;
    this.#logger = logger;
    this.#provider = new ColourProvider(session, limits, picked);
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#schedule(document, debounceInMilliseconds);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      onDidChangeEndpoints(() => this.#scheduleAll()),
    );
    this.#scheduleAll();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const registration of this.#registered.values()) registration.dispose();
  }

  #scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    const key = document.uri.toString();
    if (passedOver.has(document.uri.scheme) || this.#registered.has(key)) return;
    clearTimeout(this.#timers.get(key));
    const run = (): void => {
      this.#timers.delete(key);
      this.#look(document).catch((error: unknown) => {
        this.#logger.error(`${document.uri.path} could not be searched for colours`, error);
      });
    };
    this.#timers.set(key, setTimeout(run, delay));
  }

  async #look(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const text = this.#limits.textOf(document);
    if (text === undefined || !mayHaveFindings(text)) return;
    const endpoints = await this.#session.urlEndpoints();
    const found = await colourSpansOf(document, text, endpoints);
    if (found.length === 0 || document.isClosed || this.#registered.has(key)) return;
    const { scheme, fsPath } = document.uri;
    const selector = { scheme, pattern: literalPattern(fsPath) };
    this.#registered.set(key, vscode.languages.registerColorProvider(selector, this.#provider));
  }

  #forget({ uri }: vscode.TextDocument): void {
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#registered.get(key)?.dispose();
    this.#registered.delete(key);
  }
}

/** A glob pattern that stands for one path only. */
function literalPattern(path: string): string {
  return path.replaceAll(/[[\]{}*?]/g, '[$&]');
}
