import * as vscode from 'vscode';
import { commandIds } from './constants.ts';
import { registerAccount, type AccountFeature } from './features/account/registerAccount.ts';
import { registerColours } from './features/colours/registerColours.ts';
import { registerCompletion } from './features/completion/registerCompletion.ts';
import { registerDiagnostics } from './features/diagnostics/registerDiagnostics.ts';
import { registerDocumentLinks } from './features/documentLinks/registerDocumentLinks.ts';
import { registerHover } from './features/hover/registerHover.ts';
import {
  registerMediaLibrary,
  type MediaLibrary,
} from './features/mediaLibrary/registerMediaLibrary.ts';
import { registerInlayHints } from './features/inlayHints/registerInlayHints.ts';
import { registerRefactorings } from './features/refactorings/registerRefactorings.ts';
import { registerUpload } from './features/upload/registerUpload.ts';
import { registerUrlActions } from './features/urlActions/registerUrlActions.ts';
import { CachedAccountContent } from './platform/accountContent.ts';
import { AccountSession } from './platform/accountSession.ts';
import { CommandRunner } from './platform/commandRunner.ts';
import { createNodeFetchTransport } from './platform/nodeFetchTransport.ts';
import { OutputLogger } from './platform/outputLogger.ts';
import { SecretAccountStore } from './platform/secretAccountStore.ts';

/** What the tests in the host look at; handed out to nobody else. */
export interface TestHandles {
  readonly store: SecretAccountStore;
  readonly session: AccountSession;
  readonly mediaLibrary: MediaLibrary;
  readonly account: AccountFeature;
}

/** Builds everything and passes it down. No network and no file is touched here. */
export function activate(context: vscode.ExtensionContext): TestHandles | undefined {
  const logger = new OutputLogger();
  const commands = new CommandRunner(logger);
  const transport = createNodeFetchTransport();
  const store = new SecretAccountStore(context.secrets);
  const session = new AccountSession(store, transport);
  const accountContent = new CachedAccountContent(session);
  const mediaLibrary = registerMediaLibrary(commands, { session, store, logger });
  const account = registerAccount(commands, { session, store, logger });

  context.subscriptions.push(
    logger,
    store,
    mediaLibrary,
    commands.register(commandIds.showLog, () => logger.show()),
    account,
    registerUrlActions(commands, session),
    registerUpload(commands, {
      session,
      logger,
      onDidUpload: (folder) => mediaLibrary.refreshFolder(folder),
      reveal: (filePath) => mediaLibrary.reveal(filePath),
    }),
    registerHover(commands, session, () => accountContent.find(), transport),
    registerCompletion(session, () => accountContent.find(), logger),
    registerRefactorings(session, () => accountContent.find()),
    registerInlayHints(session, () => accountContent.find(), store.onDidChange),
    registerDocumentLinks(session),
    registerColours(session, logger, store.onDidChange),
    registerDiagnostics(session, logger, store.onDidChange),
  );

  return context.extensionMode === vscode.ExtensionMode.Test
    ? { store, session, mediaLibrary, account }
    : undefined;
}
