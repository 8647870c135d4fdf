import type * as vscode from 'vscode';
import type { Account } from '../core/accounts/account.ts';
import type { AccountContent } from '../core/language/accountContent.ts';
import type { AccountSession } from './accountSession.ts';

/** @param scope The document that it is for: its folder may choose the account. */
export type FindAccountContent = (scope: vscode.Uri) => Promise<AccountContent | undefined>;

/** The names and folders of connected accounts for completion, each asked for once in a while. */
export class CachedAccountContent {
  readonly #session: AccountSession;
  /** An account that was changed is another object. */
  #contents = new WeakMap<Account, AccountContent>();

  constructor(session: AccountSession) {
    this.#session = session;
  }

  /** `undefined` where no account is connected. */
  readonly find: FindAccountContent = async (scope) => {
    const connected = await this.#session.find(scope);
    if (!connected) return undefined;
    const { createAccountContent } = await import('./createAccountContent.ts');
    const content = this.#contents.get(connected.account) ?? createAccountContent(connected);
    this.#contents.set(connected.account, content);
    return content;
  };

  /** Files or names may be others now. */
  forget(): void {
    this.#contents = new WeakMap();
  }
}
