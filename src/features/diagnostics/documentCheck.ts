import * as vscode from 'vscode';
import {
  DocumentLinter,
  type DocumentFacts,
  type FaultyString,
} from '../../core/lint/documentLinter.ts';
import type { Finding } from '../../core/lint/finding.ts';
import { Linter } from '../../core/lint/linter.ts';
import { privateKeyTrigger } from '../../core/lint/privateKeys.ts';
import { findSuppressions, suppressionTrigger } from '../../core/lint/suppressions.ts';
import { LineSweep, type LinePlace } from '../../core/text/lineSweep.ts';
import { MarkerWatch } from '../../core/text/markerWatch.ts';
import { joinChanges, type TextChange } from '../../core/text/textChange.ts';
import type { DiagnosticsSettings } from '../../platform/settings.ts';
import { FindingDiagnostic, rangeOf } from './documentDiagnostics.ts';

/** What is known of a text. */
interface Reading {
  readonly linter: DocumentLinter;
  readonly keys: MarkerWatch;
  readonly suppressions: MarkerWatch;
  text: string;
}

/** Of one string, and where it stood. */
interface PlacedDiagnostics extends LinePlace {
  readonly diagnostics: readonly FindingDiagnostic[];
}

/** What is known of one document between its checks, so that an edit costs no more than itself. */
export class DocumentCheck {
  #reading: Reading | undefined;
  /** What was edited since the text was read. */
  #change: TextChange | undefined;
  readonly #made = new WeakMap<FaultyString, PlacedDiagnostics>();

  /** An event's changes are in an order in which each can be made on the text before it. */
  edited(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    for (const { rangeOffset: start, rangeLength, text } of changes) {
      const change = { start, end: start + rangeLength, newEnd: start + text.length };
      this.#change = joinChanges(this.#change, change);
    }
  }

  /** Settings or endpoints are others: nothing that is known holds. */
  reset(): void {
    this.#reading = undefined;
  }

  /** Brings what is known up to date. */
  read(
    document: vscode.TextDocument,
    endpoints: readonly string[],
    { severities, knownParameters }: DiagnosticsSettings,
    originalOf: NonNullable<DocumentFacts['originalOf']>,
  ): void {
    const text = document.getText();
    const change = this.#change;
    this.#change = undefined;
    const shift = change ? change.newEnd - change.end : 0;
    const reading = this.#reading;
    if (reading && reading.text.length + shift === text.length) {
      reading.text = text;
      if (!change) return;
      const { linter, keys, suppressions } = reading;
      for (const each of [linter, keys, suppressions]) each.update(text, change);
      return;
    }
    const linter = new Linter(({ code, severity }) => severities[code] ?? severity);
    this.#reading = {
      linter: new DocumentLinter(text, endpoints, linter, document, {
        knownKeys: new Set(knownParameters),
        originalOf,
      }),
      keys: new MarkerWatch(privateKeyTrigger, text),
      suppressions: new MarkerWatch(suppressionTrigger, text),
      text,
    };
  }

  /** Whether it is worth it to look for private keys in what was read. */
  get mayHaveKeys(): boolean {
    return this.#reading?.keys.isPossible === true;
  }

  /**
   * About what was read.
   * @param keys Findings about private keys.
   */
  diagnostics(
    document: vscode.TextDocument,
    keys: readonly Finding[],
  ): readonly FindingDiagnostic[] {
    if (!this.#reading) return [];
    const { linter, suppressions, text } = this.#reading;
    const lines = new LineSweep(text);
    const made = linter
      .faultyStrings()
      .flatMap((faulty) => this.#diagnosticsOf(faulty, document, lines));
    for (const key of keys) made.push(new FindingDiagnostic(key, rangeOf(key, document)));
    if (!suppressions.isPossible) return made;
    const suppressed = findSuppressions(text);
    return made.filter(
      ({ finding, range }) => !suppressed.isSuppressed(finding.code, range.start.line),
    );
  }

  /** The same ones as before where the string has not moved. */
  #diagnosticsOf(
    faulty: FaultyString,
    document: vscode.TextDocument,
    lines: LineSweep,
  ): readonly FindingDiagnostic[] {
    const { string, findings } = faulty;
    const place = lines.placeOf(string);
    if (!place) {
      return findings.map((finding) => new FindingDiagnostic(finding, rangeOf(finding, document)));
    }
    const { line, character } = place;
    const known = this.#made.get(faulty);
    if (known?.line === line && known.character === character) return known.diagnostics;
    const diagnostics = findings.map((finding) => {
      const start = character + finding.start - string.start;
      const end = character + finding.end - string.start;
      return new FindingDiagnostic(finding, new vscode.Range(line, start, line, end));
    });
    this.#made.set(faulty, { line, character, diagnostics });
    return diagnostics;
  }
}
