import * as vscode from 'vscode';
import type { Account } from '../../core/accounts/account.ts';
import { commandIds } from '../../constants.ts';
import { pickItem, type PickRow } from '../../platform/pickItem.ts';
import { settings } from '../../platform/settings.ts';
import type { AccountDependencies } from './accountDependencies.ts';

/** What a row of the list does. */
type Choice =
  | { readonly kind: 'account'; readonly id: string; readonly name: string }
  | { readonly kind: 'command'; readonly id: string };

const actions: readonly PickRow<Choice>[] = [
  action('$(plug) Connect Another Account…', commandIds.connectAccount),
  action('$(edit) Edit Account…', commandIds.editAccount),
  action('$(symbol-string) Rename Account…', commandIds.renameAccount),
  action('$(pulse) Check Connection', commandIds.checkConnection),
  action('$(folder) Use Account in This Folder…', commandIds.useAccountInFolder),
  action('$(debug-disconnect) Disconnect…', commandIds.disconnectAccount),
];

/** Lists the accounts, and below them what can be done with accounts. */
export async function switchAccount({ store, session }: AccountDependencies): Promise<void> {
  const { accounts } = store.list();
  if (accounts.length === 0) {
    await vscode.commands.executeCommand(commandIds.connectAccount);
    return;
  }
  const state = await session.state();
  const current = state.kind === 'connected' ? state.account.id : undefined;
  const known = new Map((await store.all()).map((account) => [account.id, account]));
  const choice = await pickItem<Choice>({
    title: 'ImageKit Accounts',
    placeholder: 'Choose the account to work with',
    rows: [
      ...accounts.map(({ id, name, isReadOnly }) => ({
        label: `$(${id === current ? 'check' : 'blank'}) ${name}`,
        description: describe(known.get(id), isReadOnly),
        value: { kind: 'account', id, name } as const,
      })),
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      ...actions,
    ],
  });
  if (choice?.kind === 'command') await vscode.commands.executeCommand(choice.id);
  else if (choice) await use(choice, store);
}

async function use(
  { id, name }: { readonly id: string; readonly name: string },
  store: AccountDependencies['store'],
): Promise<void> {
  const wanted = settings.account();
  await store.activate(id);
  if (wanted === '' || wanted === name) return;
  const change = 'Change Setting';
  const answer = await vscode.window.showWarningMessage(
    `This folder works with “${wanted}” by its setting imagekit.account; ${name} is now active in the others.`,
    change,
  );
  if (answer === change) await vscode.commands.executeCommand(commandIds.useAccountInFolder);
}

function describe(account: Account | undefined, isReadOnly: boolean): string {
  const endpoint = account?.urlEndpoint ?? 'keys missing';
  return isReadOnly ? `${endpoint} · read-only` : endpoint;
}

function action(label: string, id: string): PickRow<Choice> {
  return { label, value: { kind: 'command', id } };
}
