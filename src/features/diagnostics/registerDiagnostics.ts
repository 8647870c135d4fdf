import * as vscode from 'vscode';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import type { ImageKitDocuments } from '../../platform/imageKitDocuments.ts';
import { OnDemand } from '../../platform/onDemand.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { fixKinds } from './fixKinds.ts';

/** @param onDidChangeEndpoints Other URLs may be ImageKit's now. */
export function registerDiagnostics(
  documents: ImageKitDocuments,
  session: AccountSession,
  limits: DocumentLimits,
  logger: Logger,
  findContent: FindAccountContent,
  onDidChangeEndpoints: vscode.Event<void>,
): vscode.Disposable {
  const controller = new OnDemand(async () => {
    const { DiagnosticsController } = await import('./diagnosticsController.ts');
    return new DiagnosticsController(session, limits, logger, findContent, onDidChangeEndpoints);
  });
  const fixes = new OnDemand(async () => {
    const { FixProvider } = await import('./fixProvider.ts');
    return new FixProvider(await controller.get());
  });
  documents.follow(controller);
  return vscode.Disposable.from(
    controller,
    vscode.languages.registerCodeActionsProvider(
      '*',
      {
        async provideCodeActions(document, range, context, token) {
          const provider = await documents.partFor(fixes, document);
          return provider?.provideCodeActions(document, range, context, token);
        },
      },
      { providedCodeActionKinds: fixKinds },
    ),
  );
}
