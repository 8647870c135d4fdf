import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { AccountFacts } from '../../core/accounts/account.ts';
import type { AccountGlance } from '../../platform/accountSession.ts';
import { t } from '../../core/text/l10n.ts';

interface StatusBarText {
  readonly text: string;
  readonly tooltip: string;
  /** What a click does; absent: the list of accounts. */
  readonly command?: string;
}

export function createAccountStatusBar(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem(
    'imagekit.account',
    vscode.StatusBarAlignment.Left,
    -1000,
  );
  item.name = t('ImageKit Account');
  return item;
}

/** Shows which account is in force, and nothing while there is none. */
export function showInStatusBar(item: vscode.StatusBarItem, state: AccountGlance): void {
  const shown = textOf(state);
  if (!shown) {
    item.hide();
    return;
  }
  item.text = shown.text;
  item.tooltip = shown.tooltip;
  item.command = shown.command ?? commandIds.switchAccount;
  item.accessibilityInformation = { label: shown.tooltip };
  item.show();
}

function textOf(state: AccountGlance): StatusBarText | undefined {
  switch (state.kind) {
    case 'disconnected':
      return undefined;
    case 'unknown':
      return {
        text: `$(warning) ${state.name}`,
        tooltip: t(
          'This folder uses the ImageKit account “{name}”, which is not connected here. Choose an account.',
          { name: state.name },
        ),
      };
    case 'keyInSetting':
      return {
        text: '$(warning) ImageKit',
        tooltip: t(
          'The setting imagekit.account holds a private key in the place of a name. Move it to VS Code’s secret storage.',
        ),
        command: commandIds.movePrivateKey,
      };
    case 'keysMissing':
      return {
        text: `$(key) ${state.facts.name}`,
        tooltip: t(
          'The keys of the ImageKit account “{name}” were not kept on this computer. Choose an account.',
          { name: state.facts.name },
        ),
      };
    case 'connected':
      return connectedText(state.facts);
    default:
      return state satisfies never;
  }
}

function connectedText({ name, isReadOnly }: AccountFacts): StatusBarText {
  return {
    text: `$(${isReadOnly ? 'lock' : 'cloud'}) ${name}`,
    tooltip: isReadOnly
      ? t('ImageKit account {name}, read-only. Switch account.', { name })
      : t('ImageKit account {name}. Switch account.', { name }),
  };
}
