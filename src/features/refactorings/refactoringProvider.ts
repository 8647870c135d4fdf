import * as vscode from 'vscode';
import type { Account } from '../../core/accounts/account.ts';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import { getRefactorings } from '../../core/language/refactorings/getRefactorings.ts';
import type { NamedChain } from '../../core/language/refactorings/namedRefactorings.ts';
import type { Refactoring } from '../../core/language/refactorings/refactoring.ts';
import type { SignAddress } from '../../core/language/refactorings/urlRefactorings.ts';
import { signAccountUrl } from '../../core/accounts/signAccountUrl.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import { within } from '../../platform/within.ts';
import { refactoringKinds } from './refactoringKinds.ts';

/** A list of actions does not wait longer for the account. */
const patienceInMilliseconds = 1000;

export class RefactoringProvider implements vscode.CodeActionProvider {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;
  readonly #findContent: FindAccountContent;

  constructor(session: AccountSession, limits: DocumentLimits, findContent: FindAccountContent) {
    this.#session = session;
    this.#limits = limits;
    this.#findContent = findContent;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    { start }: vscode.Range,
    { triggerKind }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const text = this.#limits.lineAt(document, start) && this.#limits.textOf(document);
    if (text === undefined) return [];
    const state = await this.#session.state(document.uri);
    // The account is asked only for somebody who asks, not for every place of the cursor.
    const named =
      triggerKind === vscode.CodeActionTriggerKind.Invoke
        ? await within(this.#named(document, toAbortSignal(token)), patienceInMilliseconds)
        : undefined;
    if (token.isCancellationRequested) return [];
    const account = state.kind === 'connected' ? state.account : undefined;
    const found = getRefactorings({
      text,
      language: document.languageId,
      offset: document.offsetAt(start),
      endpoints: await this.#session.urlEndpoints(),
      ...(account && { sign: signWith(account) }),
      ...(named && { named }),
    });
    return found.map((refactoring) => actionOf(refactoring, document));
  }

  async #named({ uri }: vscode.TextDocument, signal: AbortSignal): Promise<readonly NamedChain[]> {
    const content = await this.#findContent(uri);
    const named = (await content?.namedTransformations(signal)) ?? [];
    return named.filter(({ enabled }) => enabled !== false);
  }
}

function signWith(account: Account): SignAddress {
  return (address) => signAccountUrl(address, account);
}

function actionOf(
  { title, kind, edits }: Refactoring,
  document: vscode.TextDocument,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, refactoringKinds[kind]);
  action.edit = new vscode.WorkspaceEdit();
  for (const { start, end, newText } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    action.edit.replace(document.uri, range, newText);
  }
  return action;
}
