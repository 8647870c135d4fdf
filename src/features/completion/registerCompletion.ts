import * as vscode from 'vscode';
import type { FindAccountContent } from '../../core/language/accountContent.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { AccountCompletionProvider } from './accountCompletionProvider.ts';
import { TransformationCompletionProvider } from './transformationCompletionProvider.ts';

/** VS Code does not suggest inside strings on its own: these characters have to ask for it. */
const triggerCharacters = [':', ',', '-', '=', '_', '?', '/'];

/**
 * Every document. VS Code ranks a pattern like a language and above `*`, by which its own provider of
 * the document's words is registered: those come only where nobody else has anything to say.
 */
const everywhere: vscode.DocumentSelector = { pattern: '**' };

/** @param findAccountContent What the connected account has, for names and paths. */
export function registerCompletion(
  session: AccountSession,
  findAccountContent: FindAccountContent,
  logger: Logger,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      everywhere,
      new TransformationCompletionProvider(session),
      ...triggerCharacters,
    ),
    vscode.languages.registerCompletionItemProvider(
      everywhere,
      new AccountCompletionProvider(session, findAccountContent, logger),
      ...triggerCharacters,
      '@',
    ),
  );
}
