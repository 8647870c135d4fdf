import * as vscode from 'vscode';
import { lintDocument, mayHaveFindings } from '../../core/lint/lintDocument.ts';
import { Linter } from '../../core/lint/linter.ts';
import { findSuppressions } from '../../core/lint/suppressions.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { settings } from '../../platform/settings.ts';
import { FindingDiagnostic } from './documentDiagnostics.ts';

/** Long enough for a pause in typing. */
const debounceInMilliseconds = 250;

/** Documents that show something else than a text of the person's own. */
const passedOver: ReadonlySet<string> = new Set(['output', 'git', 'vscode-scm', 'comment']);

/** Checks every open document, and again whenever it rests after a change. */
export class DiagnosticsController implements vscode.Disposable {
  readonly #session: AccountSession;
  readonly #logger: Logger;
  readonly #collection = vscode.languages.createDiagnosticCollection('imagekit');
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** The version of each document that its diagnostics are of. */
  readonly #checked = new Map<string, number>();
  /** Documents that the log has told of already. */
  readonly #tooLong = new Set<string>();
  readonly #subscriptions: vscode.Disposable;

  constructor(session: AccountSession, logger: Logger, onDidChangeEndpoints: vscode.Event<void>) {
    this.#session = session;
    this.#logger = logger;
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#schedule(document, debounceInMilliseconds);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('imagekit.diagnostics')) this.#scheduleAll();
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
    if (this.#checked.get(document.uri.toString()) !== document.version) {
      await this.#check(document);
    }
    return (this.#collection.get(document.uri) ?? [])
      .filter((diagnostic) => diagnostic instanceof FindingDiagnostic)
      .filter((diagnostic) => !range || diagnostic.range.intersection(range) !== undefined);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#subscriptions.dispose();
  }

  #scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    if (passedOver.has(document.uri.scheme)) return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    const run = (): void => {
      this.#timers.delete(key);
      this.#check(document).catch((error: unknown) => {
        this.#logger.error(`${document.uri.path} could not be checked`, error);
      });
    };
    this.#timers.set(key, setTimeout(run, delay));
  }

  #forget({ uri }: vscode.TextDocument): void {
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#tooLong.delete(key);
    this.#checked.delete(key);
    this.#collection.delete(uri);
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const key = document.uri.toString();
    const { isOn, severities, longestDocument } = settings.diagnostics(document);
    const text = isOn ? document.getText() : '';
    if (text.length > longestDocument) this.#tellOnce(document, longestDocument);
    if (text.length > longestDocument || !mayHaveFindings(text)) {
      this.#checked.set(key, version);
      this.#collection.delete(document.uri);
      return;
    }
    const endpoints = await this.#session.urlEndpoints();
    // A later version has its own check ahead.
    if (document.isClosed || document.version !== version) return;
    this.#checked.set(key, version);
    const linter = new Linter(({ code, severity }) => severities[code] ?? severity);
    const suppressions = findSuppressions(text);
    this.#collection.set(
      document.uri,
      lintDocument(text, endpoints, linter)
        .map((finding) => new FindingDiagnostic(finding, document))
        .filter(({ finding, range }) => !suppressions.isSuppressed(finding.code, range.start.line)),
    );
  }

  #tellOnce({ uri }: vscode.TextDocument, limit: number): void {
    const key = uri.toString();
    if (this.#tooLong.has(key)) return;
    this.#tooLong.add(key);
    this.#logger.info(
      `${uri.path} is not checked: it is longer than ${limit} characters (imagekit.diagnostics.maximumDocumentLength).`,
    );
  }
}
