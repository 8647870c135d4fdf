import * as vscode from 'vscode';
import type { ImageKitStringIndex } from '../../core/language/imageKitStringIndex.ts';
import {
  DocumentLinter,
  type DocumentFacts,
  type FaultyString,
} from '../../core/lint/documentLinter.ts';
import type { Finding } from '../../core/lint/finding.ts';
import { Linter } from '../../core/lint/linter.ts';
import { findSuppressions, suppressionTrigger } from '../../core/lint/suppressions.ts';
import { LineSweep, type LinePlace } from '../../core/text/lineSweep.ts';
import { stringsOf } from '../../platform/documentStrings.ts';
import type { DiagnosticsSettings } from '../../platform/settings.ts';
import { FindingDiagnostic, rangeOf } from './documentDiagnostics.ts';

/** Of one string, and where it stood. */
interface PlacedDiagnostics extends LinePlace {
  readonly diagnostics: readonly FindingDiagnostic[];
}

/** What is known of one document between its checks, so that an edit costs no more than itself. */
export class DocumentCheck {
  #linter: DocumentLinter | undefined;
  readonly #made = new WeakMap<FaultyString, PlacedDiagnostics>();

  /** Settings or endpoints are others: nothing that is known holds. */
  reset(): void {
    this.#linter = undefined;
  }

  /**
   * Brings what is known up to date.
   * @param text All of the document.
   * @returns What checks it, in small steps.
   */
  read(
    document: vscode.TextDocument,
    text: string,
    endpoints: readonly string[],
    { severities, knownParameters }: DiagnosticsSettings,
    originalOf: NonNullable<DocumentFacts['originalOf']>,
  ): DocumentLinter {
    const index = stringsOf(document, text, endpoints);
    if (this.#linter?.index !== index) {
      this.#linter = new DocumentLinter(
        index,
        new Linter(({ code, severity }) => severities[code] ?? severity),
        { knownKeys: new Set(knownParameters), originalOf },
      );
    }
    return this.#linter;
  }

  /**
   * @param index What was read, which was not edited since.
   * @param wrong Strings in the order of the text.
   * @param keys Findings about private keys.
   */
  diagnostics(
    document: vscode.TextDocument,
    index: ImageKitStringIndex,
    wrong: readonly FaultyString[],
    keys: readonly Finding[],
  ): readonly FindingDiagnostic[] {
    const lines = new LineSweep(index.text);
    const made = wrong.flatMap((faulty) => this.#diagnosticsOf(faulty, document, lines));
    for (const key of keys) made.push(new FindingDiagnostic(key, rangeOf(key, document)));
    if (!index.mayHave(suppressionTrigger)) return made;
    const suppressed = findSuppressions(index.text);
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
