import * as vscode from 'vscode';

/**
 * A window with several folders of which some choose their account. Opening a second folder would
 * restart the extension host, and the tests in it; so the extension sees these instead.
 */
export class FolderSettings implements vscode.Disposable {
  readonly #originals = {
    getConfiguration: vscode.workspace.getConfiguration,
    getWorkspaceFolder: vscode.workspace.getWorkspaceFolder,
  };

  /**
   * @param accounts The `imagekit.account` of folders by their paths.
   * @param folders The innermost last.
   */
  constructor(
    accounts: Readonly<Record<string, string>>,
    folders: readonly vscode.WorkspaceFolder[],
  ) {
    const { getConfiguration } = this.#originals;
    const folderOf = (uri: vscode.Uri): vscode.WorkspaceFolder | undefined =>
      folders.findLast((folder) => `${uri.path}/`.startsWith(`${folder.uri.path}/`));
    Object.assign(vscode.workspace, {
      getWorkspaceFolder: folderOf,
      getConfiguration: (section?: string, scope?: vscode.ConfigurationScope) => {
        const configuration = getConfiguration(section, scope);
        const folder = scope instanceof vscode.Uri ? folderOf(scope) : undefined;
        const account = accounts[folder?.uri.path ?? ''];
        if (account === undefined) return configuration;
        const get = (key: string, otherwise?: unknown): unknown =>
          key === 'imagekit.account' ? account : configuration.get(key, otherwise);
        return { ...configuration, get };
      },
    });
  }

  dispose(): void {
    Object.assign(vscode.workspace, this.#originals);
  }
}
