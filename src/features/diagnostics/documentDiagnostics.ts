import * as vscode from 'vscode';
import type { Finding, Severity } from '../../core/lint/finding.ts';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** A diagnostic that knows what it was made of, for its quick fixes. */
export class FindingDiagnostic extends vscode.Diagnostic {
  readonly finding: Finding;

  constructor(finding: Finding, range: vscode.Range) {
    super(range, finding.message, severities[finding.severity]);
    this.finding = finding;
    this.source = 'ImageKit';
    this.code = finding.code;
  }
}

export function rangeOf(
  { start, end }: { readonly start: number; readonly end: number },
  document: vscode.TextDocument,
): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
