import type * as vscode from 'vscode';
import { DocumentLinter } from '../../core/lint/documentLinter.ts';
import type { Finding } from '../../core/lint/finding.ts';
import { Linter } from '../../core/lint/linter.ts';
import { findSuppressions } from '../../core/lint/suppressions.ts';
import { joinChanges, type TextChange } from '../../core/text/textChange.ts';
import type { DiagnosticsSettings } from '../../platform/settings.ts';
import { FindingDiagnostic } from './documentDiagnostics.ts';

/** What is known of one document between its checks. */
export class DocumentCheck {
  #linter: DocumentLinter | undefined;
  #length = 0;
  /** What was edited since the last check. */
  #change: TextChange | undefined;

  /** An event's changes are in an order in which each can be made on the text before it. */
  edited(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    for (const { rangeOffset: start, rangeLength, text } of changes) {
      const change = { start, end: start + rangeLength, newEnd: start + text.length };
      this.#change = joinChanges(this.#change, change);
    }
  }

  /** Settings or endpoints are others: nothing that is known holds. */
  reset(): void {
    this.#linter = undefined;
  }

  /** @param keys Findings about private keys. */
  check(
    document: vscode.TextDocument,
    endpoints: readonly string[],
    { severities }: DiagnosticsSettings,
    keys: readonly Finding[],
  ): readonly FindingDiagnostic[] {
    const text = document.getText();
    const change = this.#change;
    this.#change = undefined;
    const shift = change ? change.newEnd - change.end : 0;
    if (this.#linter && this.#length + shift === text.length) {
      if (change) this.#linter.update(text, change);
    } else {
      const linter = new Linter(({ code, severity }) => severities[code] ?? severity);
      this.#linter = new DocumentLinter(text, endpoints, linter, {
        languageId: document.languageId,
      });
    }
    this.#length = text.length;
    const suppressions = findSuppressions(text);
    return [...this.#linter.findings(), ...keys]
      .map((finding) => new FindingDiagnostic(finding, document))
      .filter(({ finding, range }) => !suppressions.isSuppressed(finding.code, range.start.line));
  }
}
