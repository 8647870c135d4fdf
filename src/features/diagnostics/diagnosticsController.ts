import * as vscode from 'vscode';
import { settingKeys } from '../../constants.ts';
import { mayHaveFindings } from '../../core/language/triggers.ts';
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

/** Long enough for a pause in typing. */
const debounceInMilliseconds = 250;

/** An open document. */
interface Entry {
  readonly check: DocumentCheck;
  timer?: NodeJS.Timeout;
  /** The version that its diagnostics are of. */
  checkedVersion?: number;
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
          this.#scheduleAll();
      }),
      onDidChangeEndpoints(() => this.#scheduleAll()),
    );
    this.#scheduleAll();
  }

  /** What is wrong in a part of a document as it is now, so that fixes fit its text. */
  async findIn(
    document: vscode.TextDocument,
    range?: vscode.Range,
  ): Promise<readonly FindingDiagnostic[]> {
    if (this.#entryOf(document)?.checkedVersion !== document.version) await this.#check(document);
    const { diagnostics = [] } = this.#entryOf(document) ?? {};
    return diagnostics.filter(
      (diagnostic) => !range || diagnostic.range.intersection(range) !== undefined,
    );
  }

  dispose(): void {
    this.#disposed.abort();
    for (const { timer } of this.#entries.values()) clearTimeout(timer);
    this.#entries.clear();
    this.#subscriptions.dispose();
  }

  /** Settings or endpoints are others now. */
  #scheduleAll(): void {
    this.#originals.forget();
    for (const { check } of this.#entries.values()) check.reset();
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  #entryOf({ uri }: vscode.TextDocument): Entry | undefined {
    if (passedOver.has(uri.scheme)) return undefined;
    const key = uri.toString();
    const known = this.#entries.get(key);
    if (known) return known;
    const entry: Entry = { check: new DocumentCheck(), diagnostics: [] };
    this.#entries.set(key, entry);
    return entry;
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    const entry = this.#entryOf(document);
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      this.#check(document).catch((error: unknown) => {
        this.#logger.error(`${document.uri.path} could not be checked`, error);
      });
    }, delay);
  }

  #forget({ uri }: vscode.TextDocument): void {
    clearTimeout(this.#entries.get(uri.toString())?.timer);
    this.#entries.delete(uri.toString());
    this.#collection.delete(uri);
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const entry = this.#entryOf(document);
    if (!entry) return;
    const { version } = document;
    const options = settings.diagnostics(document);
    const text = options.isOn ? this.#limits.textOf(document) : undefined;
    if (text === undefined || !mayHaveFindings(text)) {
      entry.check.reset();
      this.#publish(document, entry, []);
      return;
    }
    // A later version has its own check ahead.
    const isOutdated = (): boolean => document.isClosed || document.version !== version;
    const endpoints = await this.#session.urlEndpoints();
    if (isOutdated()) return;
    const work = entry.check.read(document, text, endpoints, options, this.#originals.of);
    const wrong = await inSlices(work, isOutdated);
    if (!wrong) return;
    const keys = entry.check.mayHaveKeys ? await findExposedKeys(document, options) : [];
    const diagnostics = isOutdated() ? undefined : entry.check.diagnostics(document, wrong, keys);
    if (!diagnostics) return;
    this.#publish(document, entry, diagnostics);
    // What the library tells comes later, and the text is checked again with it.
    if (!(await this.#originals.learn(document.uri, this.#disposed.signal))) return;
    entry.check.reset();
    if (!isOutdated()) this.#schedule(document, 0);
  }

  /** Says nothing to VS Code where everything is as it was. */
  #publish(
    { uri, version }: vscode.TextDocument,
    entry: Entry,
    diagnostics: readonly FindingDiagnostic[],
  ): void {
    const before = entry.diagnostics;
    entry.checkedVersion = version;
    entry.diagnostics = diagnostics;
    const isAsBefore =
      before.length === diagnostics.length &&
      diagnostics.every((diagnostic, index) => diagnostic === before[index]);
    if (!isAsBefore) this.#collection.set(uri, diagnostics);
  }
}
