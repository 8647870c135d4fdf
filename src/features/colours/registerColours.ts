import type * as vscode from 'vscode';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import type { ImageKitDocuments } from '../../platform/imageKitDocuments.ts';
import { OnDemand } from '../../platform/onDemand.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import type { PickedColours } from '../../platform/pickedColours.ts';

/** @param onDidChangeEndpoints Other URLs may be ImageKit's now. */
export function registerColours(
  documents: ImageKitDocuments,
  session: AccountSession,
  limits: DocumentLimits,
  picked: PickedColours,
  logger: Logger,
  onDidChangeEndpoints: vscode.Event<void>,
): vscode.Disposable {
  const registrations = new OnDemand(async () => {
    const { ColourRegistrations } = await import('./colourRegistrations.ts');
    return new ColourRegistrations(session, limits, picked, logger, onDidChangeEndpoints);
  });
  documents.follow(registrations);
  return registrations;
}
