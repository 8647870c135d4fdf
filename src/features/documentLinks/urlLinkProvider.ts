import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import { findEscapedUrls } from '../../core/language/escapedUrls.ts';
import { locateUrls } from '../../core/language/locateTransformations.ts';
import { encodeCommandArguments } from '../../core/text/commandLink.ts';
import { addressOf } from '../../core/url/addressOf.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { traitsOf } from '../../platform/documentTraits.ts';
import { t } from '../../core/text/l10n.ts';

/**
 * Makes each URL a link that opens exactly what is written: VS Code's own link goes through a `Uri`,
 * which encodes and decodes it again and breaks signatures.
 */
export class UrlLinkProvider implements vscode.DocumentLinkProvider {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;

  constructor(session: AccountSession, limits: DocumentLimits) {
    this.#session = session;
    this.#limits = limits;
  }

  async provideDocumentLinks(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentLink[]> {
    const text = this.#limits.textOf(document);
    if (text === undefined) return [];
    const endpoints = await this.#session.urlEndpoints();
    if (token.isCancellationRequested) return [];
    const traits = traitsOf(document);
    const found = [
      ...locateUrls(text, endpoints, traits).map((url) => ({
        url,
        start: url.start,
        end: url.end,
      })),
      ...findEscapedUrls(text, endpoints, traits),
    ];
    return found
      .filter(({ url }) => url.holes.length === 0)
      .map(({ url, start, end }) => {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        const link = new vscode.DocumentLink(range, openTarget(addressOf(url)));
        link.tooltip = t('Open in browser');
        return link;
      });
  }
}

function openTarget(address: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: 'command',
    path: commandIds.openUrl,
    query: encodeCommandArguments([address]),
  });
}
