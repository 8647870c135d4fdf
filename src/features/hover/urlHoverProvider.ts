import * as vscode from 'vscode';
import { findImageKitUrlAt } from '../../core/language/findImageKitUrls.ts';
import { describeUrl, getParameterHover, type UrlDescription } from '../../core/language/hover.ts';
import type { ImageKitUrl } from '../../core/url/imageKitUrl.ts';
import { addressOf } from '../../core/url/addressOf.ts';
import { previewUrl } from '../../core/url/previewUrl.ts';
import { isLoopbackUrl } from '../../core/url/urlEndpoint.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import { lineAt, type LineText } from '../../platform/lineText.ts';
import { settings, type HoverPreview } from '../../platform/settings.ts';
import { hoverMarkdown, type HoverPicture } from './hoverMarkdown.ts';
import type { LoopbackPictures } from './loopbackPictures.ts';
import type { PreviewRequest, PreviewRequests } from './previewRequests.ts';

export interface HoverDependencies {
  readonly session: AccountSession;
  readonly pictures: LoopbackPictures;
  readonly requests: PreviewRequests;
}

/** Shows what the URL under the mouse delivers: the picture and each step in plain words. */
export class UrlHoverProvider implements vscode.HoverProvider {
  readonly #dependencies: HoverDependencies;

  constructor(dependencies: HoverDependencies) {
    this.#dependencies = dependencies;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const line = lineAt(document, position);
    if (!line) return undefined;
    const endpoints = await this.#dependencies.session.urlEndpoints();
    const url = findImageKitUrlAt(line.text, line.offset, endpoints);
    if (token.isCancellationRequested) return undefined;
    if (!url) return parameterHover(line, endpoints);

    const description = describeUrl(url, line.offset);
    const request: PreviewRequest = {
      url: addressOf(url),
      document: document.uri.toString(),
      line: position.line,
      character: position.character,
    };
    const picture = await this.#picture(
      url,
      description,
      request,
      settings.hoverPreview(document.uri),
      toAbortSignal(token),
    );
    if (token.isCancellationRequested) return undefined;
    return new vscode.Hover(
      hoverMarkdown({ ...description, url: addressOf(url), picture }),
      line.toRange(url),
    );
  }

  async #picture(
    url: ImageKitUrl,
    { cost, isComplete }: UrlDescription,
    request: PreviewRequest,
    preview: HoverPreview,
    signal: AbortSignal,
  ): Promise<HoverPicture> {
    // A half-typed chain would be rendered, and paid for, in every state of its typing.
    if (!isComplete) {
      return { kind: 'problem', sentence: 'The preview shows once the URL is complete.' };
    }
    const source = previewUrl(url);
    if (source === undefined) return { kind: 'none' };
    const allowed = preview === 'always' || (preview === 'freeOnly' && cost === 'free');
    if (!allowed && !this.#dependencies.requests.has(request.url)) {
      return { kind: 'onRequest', label: requestLabels[cost], request };
    }
    if (!isLoopbackUrl(source)) return { kind: 'shown', source };
    const embedded = await this.#dependencies.pictures.embed(source, signal);
    return embedded.kind === 'picture' ? { kind: 'shown', source: embedded.dataUri } : embedded;
  }
}

/** In a transformation that stands without a URL, such as an SDK's `raw` text. */
function parameterHover(line: LineText, endpoints: readonly string[]): vscode.Hover | undefined {
  const hover = getParameterHover(line.text, line.offset, endpoints);
  return (
    hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), line.toRange(hover.range))
  );
}

const requestLabels: Readonly<Record<UrlDescription['cost'], string>> = {
  free: 'Load preview',
  extensionUnits: 'Load preview (AI effects cost extension units)',
  videoUnits: 'Load preview (video processing costs video units)',
};
