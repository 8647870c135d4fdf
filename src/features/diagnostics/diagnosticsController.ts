import * as vscode from 'vscode';
import { settingKeys } from '../../constants.ts';
import { mayHaveFindings, privateKeyTrigger } from '../../core/language/triggers.ts';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { passedOver } from '../../platform/everyDocument.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { inSlices } from '../../platform/inSlices.ts';
import { settings } from '../../platform/settings.ts';
import { DocumentCheck } from './documentCheck.ts';
import type { FindingDiagnostic } from './documentDiagnostics.ts';
import { findExposedKeys } from './exposedKeys.ts';
import { KnownOriginals } from './knownOriginals.ts';
import { LatestCheck } from './latestCheck.ts';

/** Long enough for a pause in typing. */
const debounceInMilliseconds = 250;

/** An open document. */
interface Entry {
  readonly check: DocumentCheck;
  readonly latest: LatestCheck;
  timer?: NodeJS.Timeout;
  /** The same objects as before where nothing has changed. */
  diagnostics: readonly FindingDiagnostic[];
}

/** Checks every open document, and again whenever it rests after a change. */
export class DiagnosticsController implements vscode.Disposable {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;
  readonly #logger: Logger;
  readonly #originals: KnownOriginals;
  readonly #disposed = new AbortController();
  readonly #collection = vscode.languages.createDiagnosticCollection('imagekit');
  readonly #entries = new Map<string, Entry>();
  readonly #subscriptions: vscode.Disposable;

  constructor(
    session: AccountSession,
    limits: DocumentLimits,
    logger: Logger,
    findContent: FindAccountContent,
    onDidChangeEndpoints: vscode.Event<void>,
  ) {
    this.#session = session;
    this.#limits = limits;
    this.#logger = logger;
    this.#originals = new KnownOriginals(findContent);
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#schedule(document, debounceInMilliseconds);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (
          event.affectsConfiguration('imagekit.diagnostics') ||
          event.affectsConfiguration(settingKeys.maximumDocumentLength)
        )
          this.#startOver();
      }),
      onDidChangeEndpoints(() => this.#startOver()),
    );
    this.#scheduleAll();
  }

  /**
   * What is wrong in a part of a document as it is now, so that fixes fit its text; waits for the
   * check of it.
   */
  async findIn(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    range?: vscode.Range,
  ): Promise<readonly FindingDiagnostic[]> {
    while (!document.isClosed && !token.isCancellationRequested) {
      const entry = this.#entryOf(document);
      if (!entry) break;
      // Text, settings or accounts may be others than when it began.
      if (!(await this.#check(document, entry))) continue;
      return entry.diagnostics.filter(
        (diagnostic) => !range || diagnostic.range.intersection(range) !== undefined,
      );
    }
    return [];
  }

  dispose(): void {
    this.#disposed.abort();
    for (const entry of this.#entries.values()) leave(entry);
    this.#entries.clear();
    this.#subscriptions.dispose();
  }

  /** Settings or endpoints are others now. */
  #startOver(): void {
    this.#originals.forget();
    this.#scheduleAll();
  }

  /** What is known holds for no document any more. */
  #scheduleAll(): void {
    for (const { check, latest } of this.#entries.values()) {
      check.reset();
      latest.forget();
    }
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  #entryOf({ uri }: vscode.TextDocument): Entry | undefined {
    if (passedOver.has(uri.scheme)) return undefined;
    const key = uri.toString();
    const known = this.#entries.get(key);
    if (known) return known;
    const entry: Entry = {
      check: new DocumentCheck(),
      latest: new LatestCheck(),
      diagnostics: [],
    };
    this.#entries.set(key, entry);
    return entry;
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    const entry = this.#entryOf(document);
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      this.#checkAndLearn(document, entry).catch((error: unknown) => {
        this.#logger.error(`${document.uri.path} could not be checked`, error);
      });
    }, delay);
  }

  #forget({ uri }: vscode.TextDocument): void {
    const key = uri.toString();
    const entry = this.#entries.get(key);
    if (entry) leave(entry);
    this.#entries.delete(key);
    this.#collection.delete(uri);
  }

  /** What the library tells comes later, and everything is checked again with it. */
  async #checkAndLearn(document: vscode.TextDocument, entry: Entry): Promise<void> {
    await this.#check(document, entry);
    if (await this.#originals.learn(this.#disposed.signal)) this.#scheduleAll();
  }

  #check(document: vscode.TextDocument, entry: Entry): Promise<boolean> {
    return entry.latest.of(document, (isOutdated) => this.#read(document, entry, isOutdated));
  }

  async #read(
    document: vscode.TextDocument,
    entry: Entry,
    isOutdated: () => boolean,
  ): Promise<void> {
    const options = settings.diagnostics(document);
    const text = options.isOn ? this.#limits.textOf(document) : undefined;
    if (text === undefined || !mayHaveFindings(text)) {
      entry.check.reset();
      this.#publish(document, entry, []);
      return;
    }
    const endpoints = await this.#session.urlEndpoints();
    if (isOutdated()) return;
    const originalOf = this.#originals.forDocument(document);
    const linter = entry.check.read(document, text, endpoints, options, originalOf);
    const wrong = await inSlices(linter.check(), isOutdated);
    if (!wrong) return;
    const { index } = linter;
    const keys = index.mayHave(privateKeyTrigger) ? await findExposedKeys(document, options) : [];
    if (isOutdated()) return;
    this.#publish(document, entry, entry.check.diagnostics(document, index, wrong, keys));
  }

  /** Says nothing to VS Code where everything is as it was. */
  #publish(
    { uri }: vscode.TextDocument,
    entry: Entry,
    diagnostics: readonly FindingDiagnostic[],
  ): void {
    const before = entry.diagnostics;
    entry.diagnostics = diagnostics;
    const isAsBefore =
      before.length === diagnostics.length &&
      diagnostics.every((diagnostic, index) => diagnostic === before[index]);
    if (!isAsBefore) this.#collection.set(uri, diagnostics);
  }
}

/** What is under way for it comes to nothing. */
function leave({ timer, latest }: Entry): void {
  clearTimeout(timer);
  latest.forget();
}
