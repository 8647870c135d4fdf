import * as vscode from 'vscode';
import { commandIds } from './constants.ts';
import { setTranslate } from './core/text/l10n.ts';
import { registerAccount, type AccountFeature } from './features/account/registerAccount.ts';
import { registerColours } from './features/colours/registerColours.ts';
import { registerCompletion } from './features/completion/registerCompletion.ts';
import { registerDiagnostics } from './features/diagnostics/registerDiagnostics.ts';
import { registerDocumentLinks } from './features/documentLinks/registerDocumentLinks.ts';
import { registerEditTransformation } from './features/editTransformation/registerEditTransformation.ts';
import { registerHover } from './features/hover/registerHover.ts';
import {
  registerMediaLibrary,
  type MediaLibrary,
} from './features/mediaLibrary/registerMediaLibrary.ts';
import { registerInlayHints } from './features/inlayHints/registerInlayHints.ts';
import { registerRefactorings } from './features/refactorings/registerRefactorings.ts';
import { registerReportIssue } from './features/reportIssue/registerReportIssue.ts';
import { registerSdkConfiguration } from './features/sdkConfiguration/registerSdkConfiguration.ts';
import { registerUpload } from './features/upload/registerUpload.ts';
import { registerUrlActions } from './features/urlActions/registerUrlActions.ts';
import { registerWalkthrough } from './features/walkthrough/registerWalkthrough.ts';
import { CachedAccountContent } from './platform/accountContent.ts';
import { AccountSession } from './platform/accountSession.ts';
import { AccountStore } from './platform/accountStore.ts';
import { CommandRunner } from './platform/commandRunner.ts';
import { DocumentLimits } from './platform/documentLimits.ts';
import { ImageKitDocuments } from './platform/imageKitDocuments.ts';
import { createLazyTransport } from './platform/lazyTransport.ts';
import { reach } from './platform/milestones.ts';
import { OutputLogger } from './platform/outputLogger.ts';
import { PickedColours } from './platform/pickedColours.ts';

/** What the tests in the host look at; handed out to nobody else. */
export interface TestHandles {
  readonly store: AccountStore;
  readonly session: AccountSession;
  readonly mediaLibrary: MediaLibrary;
  readonly account: AccountFeature;
}

/** Builds everything and passes it down. No network and no file is touched here. */
export function activate(context: vscode.ExtensionContext): TestHandles | undefined {
  setTranslate((message, values) => vscode.l10n.t(message, values));
  const logger = new OutputLogger();
  const commands = new CommandRunner(logger);
  const transport = createLazyTransport();
  const store = new AccountStore(context.globalState, context.secrets);
  const session = new AccountSession(store, transport);
  const limits = new DocumentLimits(logger);
  const documents = new ImageKitDocuments(session, limits, logger);
  const picked = new PickedColours(context.globalState, session, logger);
  const accountContent = new CachedAccountContent(session);
  const { find: findContent } = accountContent;
  const { extensionUri } = context;
  const hover = registerHover(commands, documents, { session, limits, findContent }, transport);
  const forget = (): void => {
    accountContent.forget();
    hover.forget();
  };
  const mediaLibrary = registerMediaLibrary(commands, { session, logger, onDidChange: forget });
  const account = registerAccount(commands, { session, store, logger });

  context.subscriptions.push(
    logger,
    store,
    session,
    documents,
    picked,
    mediaLibrary,
    commands.register(commandIds.showLog, () => logger.show()),
    account,
    registerSdkConfiguration(commands, (known) => account.connectAccount(known)),
    registerWalkthrough(commands, context.extension),
    registerReportIssue(commands, context.extension, () => store.list().accounts.length),
    registerUrlActions(commands, session),
    registerUpload(commands, {
      session,
      logger,
      onDidUpload: (folder) => {
        reach('uploaded');
        forget();
        mediaLibrary.refreshFolder(folder);
      },
      reveal: (filePath) => mediaLibrary.reveal(filePath),
    }),
    hover,
    registerCompletion(documents, { session, limits, picked, findContent, logger, extensionUri }),
    registerRefactorings(documents, session, limits, findContent),
    registerEditTransformation(commands, session, limits),
    registerInlayHints(documents, session, limits, findContent, session.onDidChange),
    registerDocumentLinks(documents, session, limits),
    registerColours(documents, session, limits, picked, logger, session.onDidChange),
    registerDiagnostics(documents, session, limits, logger, findContent, session.onDidChange),
  );

  return context.extensionMode === vscode.ExtensionMode.Test
    ? { store, session, mediaLibrary, account }
    : undefined;
}
