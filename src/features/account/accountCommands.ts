import { checkConnection } from './checkConnection.ts';
import { connectAccount } from './connectAccount.ts';
import { connectEmulator } from './connectEmulator.ts';
import { disconnectAccount, disconnectAllAccounts } from './disconnectAccount.ts';
import { changeAccountKeys, editAccount, renameAccount } from './editAccount.ts';
import { useAccountInFolder } from './folderAccount.ts';
import { movePrivateKey } from './movePrivateKey.ts';
import { setReadOnly } from './readOnly.ts';
import { switchAccount } from './switchAccount.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import type { AccountCommand } from './registerAccount.ts';

type Work = (dependencies: AccountDependencies, ...args: readonly unknown[]) => Promise<unknown>;

/** What the commands do, loaded when the first of them is run. */
export const workOf: Readonly<Record<AccountCommand, Work>> = {
  connectAccount: (dependencies) => connectAccount(dependencies),
  connectEmulator,
  switchAccount,
  editAccount,
  renameAccount,
  changeAccountKeys,
  makeAccountReadOnly: (dependencies) => setReadOnly(dependencies, true),
  allowAccountChanges: (dependencies) => setReadOnly(dependencies, false),
  useAccountInFolder,
  checkConnection,
  disconnectAccount,
  disconnectAllAccounts,
  movePrivateKey: (dependencies, uri, offset) => movePrivateKey(dependencies, uri, offset),
};
