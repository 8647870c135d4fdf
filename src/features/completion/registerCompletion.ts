import * as vscode from 'vscode';
import { everyDocument } from '../../platform/everyDocument.ts';
import type { ImageKitDocuments } from '../../platform/imageKitDocuments.ts';
import { OnDemand } from '../../platform/onDemand.ts';
import type { EntryCompletionItem } from './completionItem.ts';
import type { CompletionDependencies, CompletionProviders } from './completionProviders.ts';
import { WordTriggers } from './wordTriggers.ts';

/** VS Code does not suggest inside strings on its own: these characters have to ask for it. */
const triggerCharacters = [':', ',', '-', '=', '_', '?', '&', '/', '"', "'", '`'];

export function registerCompletion(
  documents: ImageKitDocuments,
  dependencies: CompletionDependencies,
): vscode.Disposable {
  const providers = new OnDemand(async () => {
    const { createCompletionProviders } = await import('./completionProviders.ts');
    return createCompletionProviders(dependencies);
  });
  const providerOf = (
    name: keyof CompletionProviders,
  ): vscode.CompletionItemProvider<EntryCompletionItem> => ({
    async provideCompletionItems(document, position, token) {
      // As it is now: while something is loaded it may be typed on, and ranges would take too much.
      const line = dependencies.limits.lineAt(document, position);
      const loaded = line && (await documents.partFor(providers, document, position));
      return loaded?.[name].provideCompletionItems(document, position, token, line);
    },
    async resolveCompletionItem(item) {
      const loaded = await providers.get();
      return loaded[name].resolveCompletionItem(item);
    },
  });
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      everyDocument,
      providerOf('transformations'),
      ...triggerCharacters,
    ),
    vscode.languages.registerCompletionItemProvider(
      everyDocument,
      providerOf('account'),
      ...triggerCharacters,
      '@',
    ),
    new WordTriggers(async (document, position) => {
      const loaded = await documents.partFor(providers, document, position);
      return (await loaded?.transformations.hasSuggestions(document, position)) === true;
    }, dependencies.logger),
  );
}
