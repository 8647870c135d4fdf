import * as vscode from 'vscode';
import { settingKeys } from '../constants.ts';
import { plans, type Plan } from '../core/api/upload/uploadSizes.ts';
import type { Severity } from '../core/lint/finding.ts';
import { parseUrlEndpoint } from '../core/url/urlEndpoint.ts';

/** Which pictures a hover loads on its own; see `imagekit.hover.preview` in package.json. */
export type HoverPreview = 'always' | 'freeOnly' | 'never';

/** How documents are checked; see `imagekit.diagnostics.*` in package.json. */
export interface DiagnosticsSettings {
  readonly isOn: boolean;
  /** By the rule's code. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Keys of parameters that are taken for known. */
  readonly knownParameters: readonly string[];
}

/** The only reader of `imagekit.*` settings; defaults stand in package.json. */
export const settings = {
  /** The name of the account that a folder chooses; empty where it chooses none. */
  account(scope?: vscode.Uri): string {
    return vscode.workspace.getConfiguration(undefined, scope).get<string>(settingKeys.account, '');
  },
  /** Whose URLs are ImageKit's, beside those of accounts; what is no endpoint is left out. */
  urlEndpoints(): readonly string[] {
    return vscode.workspace
      .getConfiguration()
      .get<readonly unknown[]>(settingKeys.urlEndpoints, [])
      .map((each) => parseUrlEndpoint(String(each)))
      .flatMap((parsed) => (parsed.kind === 'endpoint' ? [parsed.urlEndpoint] : []));
  },
  /** `undefined` where the size of an upload is left to ImageKit. */
  uploadPlan(scope?: vscode.Uri): Plan | undefined {
    const plan = vscode.workspace.getConfiguration(undefined, scope).get(settingKeys.uploadPlan);
    return plans.find((known) => known === plan);
  },
  useUniqueFileName(scope?: vscode.Uri): boolean {
    return vscode.workspace
      .getConfiguration(undefined, scope)
      .get<boolean>(settingKeys.useUniqueFileName, true);
  },
  hoverPreview(scope?: vscode.Uri): HoverPreview {
    return vscode.workspace
      .getConfiguration(undefined, scope)
      .get<HoverPreview>(settingKeys.hoverPreview, 'freeOnly');
  },
  signPrivateFiles(): boolean {
    return vscode.workspace.getConfiguration().get<boolean>(settingKeys.signPrivateFiles, false);
  },
  sizeHints(scope: vscode.ConfigurationScope): boolean {
    return vscode.workspace
      .getConfiguration(undefined, scope)
      .get<boolean>(settingKeys.sizeHints, false);
  },
  diagnostics(document: vscode.TextDocument): DiagnosticsSettings {
    const configuration = vscode.workspace.getConfiguration(undefined, document);
    return {
      isOn: configuration.get(settingKeys.diagnosticsEnabled, true),
      severities: configuration.get(settingKeys.diagnosticsSeverity, {}),
      knownParameters: configuration.get(settingKeys.knownParameters, []),
    };
  },
  /** In UTF-16 characters. */
  maximumDocumentLength(scope: vscode.ConfigurationScope): number {
    return vscode.workspace
      .getConfiguration(undefined, scope)
      .get<number>(settingKeys.maximumDocumentLength, 2_000_000);
  },
};
