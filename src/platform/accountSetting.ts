import * as vscode from 'vscode';
import { settingKeys } from '../constants.ts';

/** A settings file of this window that has `imagekit.account`. */
export interface AccountSetting {
  readonly value: string;
  /** Writes another name, or takes the setting out. */
  readonly write: (name: string | undefined) => Thenable<void>;
}

/** Where `imagekit.account` stands: folders and workspace, as far as they are trusted, then the user's. */
export function findAccountSettings(): readonly AccountSetting[] {
  const { workspaceFile, workspaceFolders = [], isTrusted } = vscode.workspace;
  const window = valuesFor(undefined);
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  // Without a workspace file the folder's settings are those of the workspace.
  const folders = workspaceFile ? workspaceFolders : [];
  return [
    ...folders.map(({ uri }) => ({
      value: isTrusted ? valuesFor(uri)?.workspaceFolderValue : undefined,
      write: writer(WorkspaceFolder, uri),
    })),
    { value: isTrusted ? window?.workspaceValue : undefined, write: writer(Workspace) },
    { value: window?.globalValue, write: writer(Global) },
  ].filter((setting): setting is AccountSetting => typeof setting.value === 'string');
}

/** Lets a folder work with the account of a name, or with the active one. */
export function writeAccountSetting(
  { uri, index }: vscode.WorkspaceFolder,
  name: string | undefined,
): Thenable<void> {
  const isAlone = vscode.workspace.workspaceFile === undefined && index === 0;
  const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  return writer(isAlone ? Workspace : WorkspaceFolder, uri)(name);
}

function valuesFor(scope: vscode.Uri | undefined) {
  return vscode.workspace.getConfiguration(undefined, scope).inspect<string>(settingKeys.account);
}

function writer(target: vscode.ConfigurationTarget, scope?: vscode.Uri): AccountSetting['write'] {
  return (name) =>
    vscode.workspace.getConfiguration(undefined, scope).update(settingKeys.account, name, target);
}
