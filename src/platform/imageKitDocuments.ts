import * as vscode from 'vscode';
import { settingKeys } from '../constants.ts';
import { mayHaveFindings, mayHaveUrls } from '../core/language/triggers.ts';
import type { AccountSession } from './accountSession.ts';
import type { DocumentLimits } from './documentLimits.ts';
import { passedOver } from './everyDocument.ts';
import type { OnDemand } from './onDemand.ts';
import type { Logger } from './outputLogger.ts';
import { settings } from './settings.ts';

/** Long enough for a pause in typing. */
const debounceInMilliseconds = 250;

/** Whether something was found in a document, and in which version under which settings. */
interface Searched {
  readonly circumstances: string;
  readonly isFound: boolean;
}

/**
 * Keeps what reads documents from being loaded before there is a document for it: in most there is
 * nothing of ImageKit's.
 */
export class ImageKitDocuments implements vscode.Disposable {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;
  readonly #logger: Logger;
  readonly #followers: OnDemand<object>[] = [];
  /** VS Code asks about a document at every move of the cursor. */
  readonly #searched = new WeakMap<vscode.TextDocument, Searched>();
  /** Opened or changed, and not looked at since. */
  readonly #pending = new Set<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor(session: AccountSession, limits: DocumentLimits, logger: Logger) {
    this.#session = session;
    this.#limits = limits;
    this.#logger = logger;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#schedule(document, debounceInMilliseconds);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingKeys.maximumDocumentLength)) this.#scheduleAll();
      }),
    );
    this.#scheduleAll();
  }

  /**
   * What a provider does its work with.
   * @param position Of a cursor: an account may know how a URL goes on that begins before it.
   * @returns `undefined` where there is nothing to do in the document.
   */
  async partFor<Part extends object>(
    part: OnDemand<Part>,
    document: vscode.TextDocument,
    position?: vscode.Position,
  ): Promise<Part | undefined> {
    // What is loaded knows better where to look than to search the whole document.
    if (part.requested) return part.requested;
    return (await this.#mayConcern(document, position)) ? part.get() : undefined;
  }

  /** Loads what follows all open documents, as soon as there is something to check in one of them. */
  follow(part: OnDemand<object>): void {
    this.#followers.push(part);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    clearTimeout(this.#timer);
  }

  async #mayConcern(document: vscode.TextDocument, position?: vscode.Position): Promise<boolean> {
    const line = position && document.lineAt(position.line).text.slice(0, position.character);
    const endpoints = await this.#session.urlEndpoints();
    const isUrlTyped = endpoints.length > 0 && line?.includes('://') === true;
    return isUrlTyped || this.#search(document, endpoints);
  }

  #search(document: vscode.TextDocument, endpoints: readonly string[]): boolean {
    const longest = settings.maximumDocumentLength(document);
    const circumstances = [document.version, longest, ...endpoints].join('\n');
    const known = this.#searched.get(document);
    if (known?.circumstances === circumstances) return known.isFound;
    const text = this.#limits.textOf(document) ?? '';
    const isFound = mayHaveFindings(text) || mayHaveUrls(text, endpoints);
    this.#searched.set(document, { circumstances, isFound });
    return isFound;
  }

  #scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    if (passedOver.has(document.uri.scheme)) return;
    this.#pending.add(document);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), delay);
  }

  #look(): void {
    const isFound = [...this.#pending].some(
      (document) => !document.isClosed && mayHaveFindings(this.#limits.textOf(document) ?? ''),
    );
    this.#pending.clear();
    if (!isFound) return;
    // The parts follow all documents themselves from now on.
    this.dispose();
    for (const part of this.#followers) {
      part.get().catch((error: unknown) => {
        this.#logger.error('What documents are checked with could not be loaded', error);
      });
    }
  }
}
