import * as vscode from 'vscode';
import { writeAccountSetting } from '../../platform/accountSetting.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import { pickItem } from '../../platform/pickItem.ts';
import { settings } from '../../platform/settings.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { t } from '../../core/text/l10n.ts';

/** Lets the folder of this window work with one account, whichever is active elsewhere. */
export async function useAccountInFolder({
  store,
}: Pick<AccountDependencies, 'store'>): Promise<void> {
  const { accounts } = store.list();
  const folder = await pickFolder();
  if (!folder) return;
  const wanted = settings.account(folder.uri);
  const name = await pickItem<string>({
    title: t('ImageKit Account in {name}', { name: folder.name }),
    placeholder: t('Its name is written to the folder’s settings'),
    rows: [
      {
        label: `$(${wanted === '' ? 'check' : 'blank'}) ${t('The active account')}`,
        description: t('as everywhere else'),
        value: '',
      },
      ...accounts.map((account) => ({
        label: `$(${wanted === account.name ? 'check' : 'blank'}) ${account.name}`,
        value: account.name,
      })),
    ],
  });
  if (name !== undefined) await writeAccountSetting(folder, name === '' ? undefined : name);
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  const [folder] = folders;
  if (folder) return folder;
  throw new MissingTargetError(t('Open a folder first: its settings name the account.'));
}
