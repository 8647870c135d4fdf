import * as vscode from 'vscode';

/** The part of the built-in Git extension's interface that is used; older ones lack `checkIgnore`. */
interface GitApi {
  getRepository(
    uri: vscode.Uri,
  ): { checkIgnore?: (paths: string[]) => Promise<Set<string>> } | null | undefined;
}

/**
 * Whether a file can never be committed: Git ignores it, or there is no repository around it. Where
 * Git is not asked (it is switched off or not running yet) the answer is no.
 */
export async function isKeptOutOfGit(uri: vscode.Uri): Promise<boolean> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension?.isActive || uri.scheme !== 'file') return false;
  try {
    const repository = extension.exports.getAPI(1).getRepository(uri);
    if (!repository) return true;
    return (await repository.checkIgnore?.([uri.fsPath]))?.has(uri.fsPath) ?? false;
  } catch {
    // Git is disabled in the settings.
    return false;
  }
}
