import * as vscode from 'vscode';
import type { AccountSession } from '../../platform/accountSession.ts';
import { t } from '../../core/text/l10n.ts';

/** Addresses come from anywhere: a longer path than ImageKit stores is junk. */
const longestPath = 2048;

/**
 * Opens `…/file?path=/folder/name.jpg` links, as a browser or a chat passes them to VS Code. It asks
 * first, shows one file of the library, and can do nothing else.
 */
export class LibraryUriHandler implements vscode.UriHandler {
  readonly #session: AccountSession;
  readonly #reveal: (filePath: string) => Thenable<unknown>;

  constructor(session: AccountSession, reveal: (filePath: string) => Thenable<unknown>) {
    this.#session = session;
    this.#reveal = reveal;
  }

  async handleUri(uri: vscode.Uri): Promise<void> {
    const filePath = filePathOf(uri);
    if (filePath === undefined) {
      void vscode.window.showWarningMessage(
        t('This link names no file of an ImageKit media library, so nothing was opened.'),
      );
      return;
    }
    const state = await this.#session.state();
    const show = t('Show');
    const answer = await vscode.window.showInformationMessage(
      state.kind === 'connected'
        ? t('Show {filePath} in the ImageKit media library of {name}?', {
            filePath,
            name: state.account.name,
          })
        : t('Show {filePath} in the ImageKit media library?', { filePath }),
      { modal: true, detail: t('A link outside of VS Code asks for this.') },
      show,
    );
    if (answer === show) await this.#reveal(filePath);
  }
}

/** Only a plain absolute path: nothing that leads elsewhere and nothing that hides in a message. */
function filePathOf(uri: vscode.Uri): string | undefined {
  const path = new URLSearchParams(uri.query).get('path');
  if (uri.path !== '/file' || path === null || path.length > longestPath) return undefined;
  const isPlain =
    /^\/[^/]/.test(path) && !/[\p{Cc}\p{Cf}\\]/u.test(path) && !/(?:^|\/)\.\.?(?:\/|$)/.test(path);
  return isPlain && !path.endsWith('/') ? path : undefined;
}
