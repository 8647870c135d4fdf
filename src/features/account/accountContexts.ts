import * as vscode from 'vscode';
import { contextKeys } from '../../constants.ts';
import type { AccountState } from '../../platform/accountSession.ts';

/** What the `when` clauses in package.json know of the accounts. */
export async function setAccountContexts(state: AccountState, accounts: number): Promise<void> {
  const isConnected = state.kind === 'connected';
  await Promise.all(
    Object.entries({
      [contextKeys.connected]: isConnected,
      [contextKeys.writable]: isConnected && !state.account.isReadOnly,
      [contextKeys.hasAccounts]: accounts > 0,
    }).map(([key, value]) => vscode.commands.executeCommand('setContext', key, value)),
  );
}
