import * as vscode from 'vscode';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { everyDocument } from '../../platform/everyDocument.ts';
import type { ImageKitDocuments } from '../../platform/imageKitDocuments.ts';
import { OnDemand } from '../../platform/onDemand.ts';

export function registerDocumentLinks(
  documents: ImageKitDocuments,
  session: AccountSession,
  limits: DocumentLimits,
): vscode.Disposable {
  const links = new OnDemand(async () => {
    const { UrlLinkProvider } = await import('./urlLinkProvider.ts');
    return new UrlLinkProvider(session, limits);
  });
  return vscode.languages.registerDocumentLinkProvider(everyDocument, {
    async provideDocumentLinks(document, token) {
      const provider = await documents.partFor(links, document);
      return provider?.provideDocumentLinks(document, token);
    },
  });
}
