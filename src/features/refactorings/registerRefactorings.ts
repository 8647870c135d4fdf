import * as vscode from 'vscode';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import type { ImageKitDocuments } from '../../platform/imageKitDocuments.ts';
import { OnDemand } from '../../platform/onDemand.ts';
import { refactoringKinds } from './refactoringKinds.ts';

/** Rewrites of URLs and transformations, in the menu of refactorings. */
export function registerRefactorings(
  documents: ImageKitDocuments,
  session: AccountSession,
  limits: DocumentLimits,
  findContent: FindAccountContent,
): vscode.Disposable {
  const refactorings = new OnDemand(async () => {
    const { RefactoringProvider } = await import('./refactoringProvider.ts');
    return new RefactoringProvider(session, limits, findContent);
  });
  return vscode.languages.registerCodeActionsProvider(
    '*',
    {
      async provideCodeActions(document, range, context, token) {
        // Nobody asks for them on save.
        if (context.only?.intersects(vscode.CodeActionKind.Refactor) === false) return [];
        const provider = await documents.partFor(refactorings, document);
        return provider?.provideCodeActions(document, range, context, token);
      },
    },
    { providedCodeActionKinds: Object.values(refactoringKinds) },
  );
}
