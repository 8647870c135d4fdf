import type * as vscode from 'vscode';

/** An `AbortSignal` that aborts when VS Code's token is cancelled. */
export function toAbortSignal(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  // Not disposed on purpose: a token lives as long as the one request that it was made for.
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
