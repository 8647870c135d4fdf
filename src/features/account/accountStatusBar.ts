import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { AccountState } from '../../platform/accountSession.ts';
import { t } from '../../core/text/l10n.ts';

interface StatusBarText {
  readonly text: string;
  readonly tooltip: string;
}

export function createAccountStatusBar(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem(
    'imagekit.account',
    vscode.StatusBarAlignment.Left,
    -1000,
  );
  item.name = t('ImageKit Account');
  item.command = commandIds.switchAccount;
  return item;
}

/** Shows which account is in force, and nothing while there is none. */
export function showInStatusBar(item: vscode.StatusBarItem, state: AccountState): void {
  const shown = textOf(state);
  if (!shown) {
    item.hide();
    return;
  }
  item.text = shown.text;
  item.tooltip = shown.tooltip;
  item.accessibilityInformation = { label: shown.tooltip };
  item.show();
}

function textOf(state: AccountState): StatusBarText | undefined {
  if (state.kind === 'disconnected') return undefined;
  if (state.kind === 'unknown') {
    return {
      text: `$(warning) ${state.name}`,
      tooltip: t(
        'This folder uses the ImageKit account “{name}”, which is not connected here. Choose an account.',
        { name: state.name },
      ),
    };
  }
  if (state.kind === 'keysMissing') {
    return {
      text: `$(key) ${state.facts.name}`,
      tooltip: t(
        'The keys of the ImageKit account “{name}” were not kept on this computer. Choose an account.',
        { name: state.facts.name },
      ),
    };
  }
  const { name, urlEndpoint, isReadOnly } = state.account;
  return {
    text: `$(${isReadOnly ? 'lock' : 'cloud'}) ${name}`,
    tooltip: isReadOnly
      ? t('ImageKit account {name}, read-only ({urlEndpoint}). Switch account.', {
          name,
          urlEndpoint,
        })
      : t('ImageKit account {name} ({urlEndpoint}). Switch account.', { name, urlEndpoint }),
  };
}
