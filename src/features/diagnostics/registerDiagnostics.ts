import * as vscode from 'vscode';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { DiagnosticsController } from './diagnosticsController.ts';
import { FixProvider } from './fixProvider.ts';

/** @param onDidChangeEndpoints Other URLs may be ImageKit's now. */
export function registerDiagnostics(
  session: AccountSession,
  limits: DocumentLimits,
  logger: Logger,
  findContent: FindAccountContent,
  onDidChangeEndpoints: vscode.Event<void>,
): vscode.Disposable {
  const controller = new DiagnosticsController(
    session,
    limits,
    logger,
    findContent,
    onDidChangeEndpoints,
  );
  return vscode.Disposable.from(
    controller,
    vscode.languages.registerCodeActionsProvider(
      '*',
      new FixProvider(controller),
      FixProvider.metadata,
    ),
  );
}
