import * as vscode from 'vscode';
import { contextKeys } from '../../constants.ts';
import type { AccountGlance, AccountSession } from '../../platform/accountSession.ts';

/** What the `when` clauses in package.json know of the accounts. */
export async function setAccountContexts(session: AccountSession, accounts: number): Promise<void> {
  const state = session.glance();
  const folders = vscode.workspace.workspaceFolders ?? [];
  await Promise.all(
    Object.entries({
      [contextKeys.connected]: state.kind === 'connected',
      [contextKeys.writable]: isWritable(state),
      [contextKeys.writableEverywhere]:
        isWritable(state) && !folders.some(({ uri }) => isReadOnly(session.glance(uri))),
      [contextKeys.hasAccounts]: accounts > 0,
    }).map(([key, value]) => vscode.commands.executeCommand('setContext', key, value)),
  );
}

function isWritable(state: AccountGlance): boolean {
  return state.kind === 'connected' && !state.facts.isReadOnly;
}

function isReadOnly(state: AccountGlance): boolean {
  return state.kind === 'connected' && state.facts.isReadOnly;
}
