import * as vscode from 'vscode';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import { isUrlOf } from '../../core/language/accountContent.ts';
import type { DocumentTraits } from '../../core/language/documentTraits.ts';
import { findImageKitUrlAt } from '../../core/language/findImageKitUrls.ts';
import { describeUrl, getParameterHover } from '../../core/language/hover.ts';
import { findNamedChains } from '../../core/language/namedChains.ts';
import { findOriginal, originalSize } from '../../core/language/originals.ts';
import { layerPictureAt } from '../../core/language/layerPicture.ts';
import { describePicture } from '../../core/language/pictureFacts.ts';
import type { NamedChains } from '../../core/transformation/cost.ts';
import { addressOf } from '../../core/url/addressOf.ts';
import type { ImageKitUrl } from '../../core/url/imageKitUrl.ts';
import { parseImageKitUrl } from '../../core/url/parseImageKitUrl.ts';
import { isLoopbackUrl } from '../../core/url/urlEndpoint.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import type { DocumentLimits, LineText } from '../../platform/documentLimits.ts';
import { placeAt, type DocumentPlace } from '../../platform/documentPlace.ts';
import { traitsOf } from '../../platform/documentTraits.ts';
import { reach } from '../../platform/milestones.ts';
import { settings, type HoverPreview } from '../../platform/settings.ts';
import { Deadline } from '../../platform/within.ts';
import { hoverMarkdown, type HoverContent } from './hoverMarkdown.ts';
import type { PictureLoader } from './pictureLoader.ts';

export interface HoverDependencies {
  readonly session: AccountSession;
  readonly limits: DocumentLimits;
  readonly findContent: FindAccountContent;
  readonly loader: PictureLoader;
}

/** The URL that a hover is about. */
interface HoverTarget {
  readonly document: vscode.TextDocument;
  readonly url: ImageKitUrl;
  /** Of the mouse, in the text of the URL's offsets. */
  readonly offset: number;
  readonly place: DocumentPlace;
  readonly preview: HoverPreview;
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
    const content = await this.#describe(
      {
        document,
        url,
        offset: line.offset,
        place: placeAt(document, position),
        preview: settings.hoverPreview(document.uri),
      },
      toAbortSignal(token),
    );
    if (token.isCancellationRequested) return undefined;
    reach('previewed');
    return new vscode.Hover(hoverMarkdown(content), line.toRange(url));
  }

  async #describe(target: HoverTarget, signal: AbortSignal): Promise<HoverContent> {
    const { document, url, offset, place, preview } = target;
    const { session, loader } = this.#dependencies;
    const findContent = () => this.#dependencies.findContent(document.uri);
    const content = await findContent();
    const isOwn = content !== undefined && isUrlOf(content, url);
    const deadline = new Deadline(textInMilliseconds);
    // Without an answer of the account the hover only says less.
    const looked = findOriginal(url, findContent, signal);
    const [early, named] = await Promise.all([
      deadline.within(looked),
      deadline.within(findNamedChains(url, findContent, signal)),
    ]);
    const isPrivate = early?.file.isPrivateFile === true;
    const connected =
      isPrivate && settings.signPrivateFiles() ? await session.find(document.uri) : undefined;
    const { picture, type, bytes, originalBytes } = await loader.load(
      {
        url,
        request: { ...place, url: addressOf(url) },
        preview,
        isPrivate,
        isOwn,
        signer: connected?.account,
        deadline,
        description: describeUrl(url, offset, { named }),
      },
      signal,
    );
    const file = early ?? (await deadline.within(looked));
    const description = describeUrl(url, offset, { original: originalSize(url, file), named });
    const isSigned = url.query.some(({ name }) => name.text === 'ik-s');
    return {
      ...description,
      picture,
      facts: describePicture({
        size: description.size,
        type,
        bytes,
        originalBytes: file?.file.size ?? originalBytes,
      }),
      links: {
        url: addressOf(url),
        place,
        isSignable: isOwn && !isSigned && url.holes.length === 0,
        file: file && { path: file.path, id: file.file.fileId },
        isInDashboard: !isLoopbackUrl(url.endpoint.text),
      },
      layer: await this.#layer(target, named, deadline, signal),
    };
  }

  /** The picture of the layer under the mouse, where it costs nothing. */
  async #layer(
    { url, offset, preview }: HoverTarget,
    named: NamedChains | undefined,
    deadline: Deadline,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const address = preview === 'never' ? undefined : layerPictureAt(url, offset);
    const layer = address && parseImageKitUrl(address, 0, [url.endpoint.text], []);
    if (!layer) return undefined;
    const { cost, isComplete } = describeUrl(layer, 0, { named });
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
