import * as vscode from 'vscode';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { everyDocument } from '../../platform/everyDocument.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import type { PickedColours } from '../../platform/pickedColours.ts';
import { AccountCompletionProvider } from './accountCompletionProvider.ts';
import { ExamplePictures } from './examplePictures.ts';
import { TransformationCompletionProvider } from './transformationCompletionProvider.ts';
import { WordTriggers } from './wordTriggers.ts';

/** VS Code does not suggest inside strings on its own: these characters have to ask for it. */
const triggerCharacters = [':', ',', '-', '=', '_', '?', '&', '/', '"', "'", '`'];

/** @param findAccountContent What the connected account has, for names and paths. */
export function registerCompletion(
  session: AccountSession,
  limits: DocumentLimits,
  picked: PickedColours,
  findAccountContent: FindAccountContent,
  logger: Logger,
  extension: vscode.Uri,
): vscode.Disposable {
  const pictures = new ExamplePictures(extension, logger);
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      everyDocument,
      new TransformationCompletionProvider(session, limits, picked, pictures),
      ...triggerCharacters,
    ),
    vscode.languages.registerCompletionItemProvider(
      everyDocument,
      new AccountCompletionProvider(session, limits, findAccountContent, logger),
      ...triggerCharacters,
      '@',
    ),
    new WordTriggers(session, limits, logger),
  );
}
