import * as vscode from 'vscode';
import type { Account } from '../../core/accounts/account.ts';
import { commandIds } from '../../constants.ts';
import { pickItem, type PickRow } from '../../platform/pickItem.ts';
import { NoAccountError } from '../../platform/noAccountError.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { t } from '../../core/text/l10n.ts';

/** What a row of the list does. */
type Choice =
  | { readonly kind: 'account'; readonly id: string; readonly name: string }
  | { readonly kind: 'command'; readonly id: string };

const actions: readonly (readonly [icon: string, label: string, command: string])[] = [
  ['plug', 'Connect Another Account…', commandIds.connectAccount],
  ['edit', 'Edit Account…', commandIds.editAccount],
  ['symbol-string', 'Rename Account…', commandIds.renameAccount],
  ['pulse', 'Check Connection', commandIds.checkConnection],
  ['folder', 'Use Account in This Folder…', commandIds.useAccountInFolder],
  ['debug-disconnect', 'Disconnect…', commandIds.disconnectAccount],
];

/** Lists the accounts, and below them what can be done with accounts. */
export async function switchAccount({ store, session }: AccountDependencies): Promise<void> {
  const { accounts } = store.list();
  if (accounts.length === 0) {
    await vscode.commands.executeCommand(commandIds.connectAccount);
    return;
  }
  const state = session.glance();
  const current = state.kind === 'connected' ? state.facts.id : undefined;
  const known = new Map((await store.all()).map((account) => [account.id, account]));
  const choice = await pickItem<Choice>({
    title: t('ImageKit Accounts'),
    placeholder: t('Choose the account to work with'),
    rows: [
      ...accounts.map(({ id, name, isReadOnly }) => ({
        label: `$(${id === current ? 'check' : 'blank'}) ${name}`,
        description: describe(known.get(id), isReadOnly),
        value: { kind: 'account', id, name } as const,
      })),
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      ...actions.map(rowOf),
    ],
  });
  if (choice?.kind === 'command') await vscode.commands.executeCommand(choice.id);
  else if (choice) await use(choice, { store, session });
}

async function use(
  { id, name }: { readonly id: string; readonly name: string },
  { store, session }: Pick<AccountDependencies, 'store' | 'session'>,
): Promise<void> {
  await store.activate(id);
  const state = session.glance();
  if (state.kind === 'disconnected') return;
  if (state.kind === 'keyInSetting') throw new NoAccountError(state);
  const wanted = state.kind === 'unknown' ? state.name : state.facts.name;
  if (wanted === name) return;
  const change = t('Change Setting');
  const answer = await vscode.window.showWarningMessage(
    t(
      'This folder works with “{wanted}” by its setting imagekit.account; {name} is now active in the others.',
      { wanted, name },
    ),
    change,
  );
  if (answer === change) await vscode.commands.executeCommand(commandIds.useAccountInFolder);
}

function describe(account: Account | undefined, isReadOnly: boolean): string {
  const endpoint = account?.urlEndpoint ?? t('keys missing');
  return isReadOnly ? t('{endpoint} · read-only', { endpoint }) : endpoint;
}

function rowOf([icon, label, id]: (typeof actions)[number]): PickRow<Choice> {
  return { label: `$(${icon}) ${t(label)}`, value: { kind: 'command', id } };
}
