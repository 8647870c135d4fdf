import * as vscode from 'vscode';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import { isUrlOf } from '../../core/language/accountContent.ts';
import type { DocumentTraits } from '../../core/language/documentTraits.ts';
import { findImageKitUrlAt } from '../../core/language/findImageKitUrls.ts';
import { describeUrl, getParameterHover } from '../../core/language/hover.ts';
import { findOriginal, originalSize } from '../../core/language/originals.ts';
import { layerPictureAt } from '../../core/language/layerPicture.ts';
import { describePicture } from '../../core/language/pictureFacts.ts';
import { addressOf } from '../../core/url/addressOf.ts';
import type { ImageKitUrl } from '../../core/url/imageKitUrl.ts';
import { parseImageKitUrl } from '../../core/url/parseImageKitUrl.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import type { DocumentLimits, LineText } from '../../platform/documentLimits.ts';
import { traitsOf } from '../../platform/documentTraits.ts';
import { reach } from '../../platform/milestones.ts';
import { settings, type HoverPreview } from '../../platform/settings.ts';
import { Deadline } from '../../platform/within.ts';
import { hoverMarkdown } from './hoverMarkdown.ts';
import type { PictureLoader } from './pictureLoader.ts';
import type { PreviewRequest } from './previewRequests.ts';

export interface HoverDependencies {
  readonly session: AccountSession;
  readonly limits: DocumentLimits;
  readonly findContent: FindAccountContent;
  readonly loader: PictureLoader;
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
    const line = this.#dependencies.limits.lineAt(document, position);
    if (!line) return undefined;
    const endpoints = await this.#dependencies.session.urlEndpoints();
    const traits = traitsOf(document);
    const url = findImageKitUrlAt(line.text, line.offset, endpoints, traits);
    if (token.isCancellationRequested) return undefined;
    if (!url) return parameterHover(line, endpoints, traits);
    const request: PreviewRequest = {
      url: addressOf(url),
      document: document.uri.toString(),
      line: position.line,
      character: position.character,
    };
    const preview = settings.hoverPreview(document.uri);
    const content = await this.#describe(
      document,
      url,
      line.offset,
      request,
      preview,
      toAbortSignal(token),
    );
    if (token.isCancellationRequested) return undefined;
    reach('previewed');
    return new vscode.Hover(hoverMarkdown(content), line.toRange(url));
  }

  async #describe(
    document: vscode.TextDocument,
    url: ImageKitUrl,
    offset: number,
    request: PreviewRequest,
    preview: HoverPreview,
    signal: AbortSignal,
  ): Promise<Parameters<typeof hoverMarkdown>[0]> {
    const { session, loader } = this.#dependencies;
    const findContent = () => this.#dependencies.findContent(document.uri);
    // Without an answer of the library the hover only says less.
    const looked = findOriginal(url, findContent, signal);
    const deadline = new Deadline(textInMilliseconds);
    const early = await deadline.within(looked);
    const isPrivate = early?.file.isPrivateFile === true;
    const connected =
      isPrivate && settings.signPrivateFiles() ? await session.find(document.uri) : undefined;
    const order = {
      url,
      request,
      preview,
      isPrivate,
      signer: connected?.account,
      deadline,
      description: describeUrl(url, offset),
    };
    const { picture, type, bytes } = await loader.load(order, signal);
    const file = early ?? (await deadline.within(looked));
    const description = describeUrl(url, offset, originalSize(url, file));
    const content = await findContent();
    const isOwn = content !== undefined && isUrlOf(content, url);
    const isSigned = url.query.some(({ name }) => name.text === 'ik-s');
    return {
      ...description,
      url: addressOf(url),
      isSignable: isOwn && !isSigned && url.holes.length === 0,
      filePath: file?.path,
      picture,
      facts: describePicture({
        size: description.size,
        type,
        bytes,
        originalBytes: file?.file.size ?? undefined,
      }),
      layer: await this.#layer(url, offset, preview, deadline, signal),
    };
  }

  /** The picture of the layer under the mouse, where it costs nothing. */
  async #layer(
    url: ImageKitUrl,
    offset: number,
    preview: HoverPreview,
    deadline: Deadline,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const address = preview === 'never' ? undefined : layerPictureAt(url, offset);
    const layer = address && parseImageKitUrl(address, 0, [url.endpoint.text], []);
    if (!layer) return undefined;
    const { cost, isComplete } = describeUrl(layer, 0);
    if (!isComplete || (cost !== 'free' && preview !== 'always')) return undefined;
    const { picture } = await this.#dependencies.loader.show(address, deadline, signal);
    // VS Code cuts a hover at 100,000 characters.
    return picture.kind === 'shown' && picture.source.length <= largestLayer
      ? picture.source
      : undefined;
  }
}

const largestLayer = 20_000;

/** What comes later than the text is shown the next time. */
const textInMilliseconds = 40;

/** In a transformation that stands without a URL, such as an SDK's `raw` text. */
function parameterHover(
  line: LineText,
  endpoints: readonly string[],
  traits: DocumentTraits,
): vscode.Hover | undefined {
  const hover = getParameterHover(line.text, line.offset, endpoints, traits);
  return (
    hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), line.toRange(hover.range))
  );
}
