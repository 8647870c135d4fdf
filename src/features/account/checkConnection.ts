import * as vscode from 'vscode';
import { describeError } from '../../core/api/describeError.ts';
import { isImageKitError } from '../../core/api/imageKitError.ts';
import { commandIds } from '../../constants.ts';
import { showFailure } from '../../platform/showFailure.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { checkAccount } from './checkAccount.ts';
import { t } from '../../core/text/l10n.ts';

/** Tells which of three things is true: the key is valid, it is refused, or nobody answers. */
export async function checkConnection(dependencies: AccountDependencies): Promise<void> {
  const { account } = await dependencies.session.require();
  const check = await checkAccount(dependencies, account);
  if (check.kind === 'accepted') {
    void vscode.window.showInformationMessage(
      t('ImageKit accepts the key of {name}; the connection works.', { name: account.name }),
    );
    return;
  }
  const { error } = check;
  if (isImageKitError(error, 'cancelled')) return;
  dependencies.logger.error(`The connection of ${account.name} does not work`, error);
  const isRefused = isImageKitError(error, 'unauthorized') || isImageKitError(error, 'forbidden');
  const changeKeys = t('Change Keys');
  const answer = await showFailure(describeError(error), ...(isRefused ? [changeKeys] : []));
  if (answer === changeKeys) {
    await vscode.commands.executeCommand(commandIds.changeAccountKeys);
  }
}
