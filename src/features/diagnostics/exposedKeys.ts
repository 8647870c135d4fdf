import type * as vscode from 'vscode';
import type { Finding } from '../../core/lint/finding.ts';
import { findPrivateKeys, privateKeyRule } from '../../core/lint/privateKeys.ts';
import { isKeptOutOfGit } from '../../platform/gitIgnore.ts';
import type { DiagnosticsSettings } from '../../platform/settings.ts';

/** Where private keys belong, as long as Git does not see it. */
const environmentFile = /(?:^|\/)\.env(?:\.[^/]*)?$/;

/** The private keys in a document from which others could learn them. */
export async function findExposedKeys(
  document: vscode.TextDocument,
  { severities }: DiagnosticsSettings,
): Promise<readonly Finding[]> {
  const severity = severities[privateKeyRule.code] ?? privateKeyRule.severity;
  if (severity === 'off') return [];
  const found = findPrivateKeys(document.getText(), document.languageId);
  if (found.length === 0) return found;
  const { uri } = document;
  if (environmentFile.test(uri.path) && (await isKeptOutOfGit(uri))) return [];
  return found.map((finding) => ({ ...finding, severity }));
}
