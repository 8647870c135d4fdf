import * as vscode from 'vscode';
import { within } from './within.ts';

/** The part of the built-in Git extension's interface that is used; older ones lack `checkIgnore`. */
interface GitApi {
  readonly state?: 'uninitialized' | 'initialized';
  readonly onDidChangeState?: vscode.Event<unknown>;
  getRepository(
    uri: vscode.Uri,
  ): { checkIgnore?: (paths: string[]) => Promise<Set<string>> } | null | undefined;
}

/**
 * Whether a file can never be committed: Git ignores it, or there is no repository around it. Where
 * Git cannot be asked (it is switched off) the answer is no.
 */
export async function isKeptOutOfGit(uri: vscode.Uri): Promise<boolean> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension || uri.scheme !== 'file') return false;
  try {
    const git = (await extension.activate()).getAPI(1);
    await untilInitialized(git);
    const repository = git.getRepository(uri);
    if (!repository) return true;
    return (await repository.checkIgnore?.([uri.fsPath]))?.has(uri.fsPath) ?? false;
  } catch {
    // Git is disabled in the settings.
    return false;
  }
}

/** Milliseconds that Git gets to find its repositories when VS Code has just started. */
const patience = 5000;

async function untilInitialized({ state, onDidChangeState }: GitApi): Promise<void> {
  if (state !== 'uninitialized' || !onDidChangeState) return;
  let subscription: vscode.Disposable | undefined;
  const initialized = new Promise((resolve) => {
    subscription = onDidChangeState(resolve);
  });
  await within(initialized, patience);
  subscription?.dispose();
}
