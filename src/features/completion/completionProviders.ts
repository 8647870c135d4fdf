import type * as vscode from 'vscode';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import type { PickedColours } from '../../platform/pickedColours.ts';
import { AccountCompletionProvider } from './accountCompletionProvider.ts';
import { ExamplePictures } from './examplePictures.ts';
import { TransformationCompletionProvider } from './transformationCompletionProvider.ts';

export interface CompletionDependencies {
  readonly session: AccountSession;
  readonly limits: DocumentLimits;
  readonly picked: PickedColours;
  /** What the connected account has, for names and paths. */
  readonly findContent: FindAccountContent;
  readonly logger: Logger;
  /** Where the extension is, with its pictures. */
  readonly extensionUri: vscode.Uri;
}

export interface CompletionProviders {
  readonly transformations: TransformationCompletionProvider;
  readonly account: AccountCompletionProvider;
}

export function createCompletionProviders(
  dependencies: CompletionDependencies,
): CompletionProviders {
  const { session, limits, picked, findContent, logger, extensionUri } = dependencies;
  const pictures = new ExamplePictures(extensionUri, logger);
  return {
    transformations: new TransformationCompletionProvider(session, limits, picked, pictures),
    account: new AccountCompletionProvider(session, limits, findContent, logger),
  };
}
