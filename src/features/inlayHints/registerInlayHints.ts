import * as vscode from 'vscode';
import { settingKeys } from '../../constants.ts';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import type { ImageKitDocuments } from '../../platform/imageKitDocuments.ts';
import { OnDemand } from '../../platform/onDemand.ts';
import { settings } from '../../platform/settings.ts';

/**
 * @param findContent What the library has, for the sizes of originals.
 * @param onDidChangeEndpoints Other URLs may be ImageKit's now.
 */
export function registerInlayHints(
  documents: ImageKitDocuments,
  session: AccountSession,
  limits: DocumentLimits,
  findContent: FindAccountContent,
  onDidChangeEndpoints: vscode.Event<void>,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const hints = new OnDemand(async () => {
    const { SizeHintProvider } = await import('./sizeHintProvider.ts');
    return new SizeHintProvider(session, limits, findContent);
  });
  return vscode.Disposable.from(
    changed,
    onDidChangeEndpoints(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settingKeys.sizeHints)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider('*', {
      onDidChangeInlayHints: changed.event,
      async provideInlayHints(document, range, token) {
        if (!settings.sizeHints(document)) return [];
        const provider = await documents.partFor(hints, document);
        return provider?.provideInlayHints(document, range, token);
      },
    }),
  );
}
