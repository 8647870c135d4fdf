import * as vscode from 'vscode';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import { isUrlOf } from '../../core/language/accountContent.ts';
import type { DocumentTraits } from '../../core/language/documentTraits.ts';
import { findEscapedUrlAt } from '../../core/language/escapedUrls.ts';
import { findImageKitUrlAt } from '../../core/language/findImageKitUrls.ts';
import { describeUrl, getParameterHover } from '../../core/language/hover.ts';
import { findNamedChains } from '../../core/language/namedChains.ts';
import { findOriginal, originalSize } from '../../core/language/originals.ts';
import { layerPictureAt } from '../../core/language/layerPicture.ts';
import { describePicture } from '../../core/language/pictureFacts.ts';
import type { LibraryFile } from '../../core/library/libraryItem.ts';
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
import { Deadline, within } from '../../platform/within.ts';
import type { HoverAnswer } from './hoverAnswers.ts';
import type { FileLinks } from './hoverLinks.ts';
import { laterHover } from './laterHover.ts';
import { hoverMarkdown, type PictureContent } from './hoverMarkdown.ts';
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
  readonly range: vscode.Range;
  readonly place: DocumentPlace;
  readonly preview: HoverPreview;
}

interface AskedOfAccount {
  /** Whether the URL is one of the connected account. */
  readonly isOwn: boolean;
  readonly original: Promise<Awaited<ReturnType<typeof findOriginal>>>;
  readonly names: Promise<NamedChains | undefined>;
}

/** Shows what the URL under the mouse delivers: the picture and each step in plain words. */
export class UrlHovers {
  readonly #dependencies: HoverDependencies;

  constructor(dependencies: HoverDependencies) {
    this.#dependencies = dependencies;
  }

  async describe(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<HoverAnswer | undefined> {
    const line = this.#dependencies.limits.lineAt(document, position);
    if (!line) return undefined;
    const endpoints = await this.#dependencies.session.urlEndpoints();
    const traits = traitsOf(document);
    const found = urlAt(line, endpoints, traits);
    if (token.isCancellationRequested) return undefined;
    if (!found) return parameterHover(line, endpoints, traits);
    reach('previewed');
    return this.#describe(
      {
        ...found,
        document,
        place: placeAt(document, position),
        preview: settings.hoverPreview(document.uri),
      },
      toAbortSignal(token),
    );
  }

  async #describe(target: HoverTarget, signal: AbortSignal): Promise<HoverAnswer> {
    const { document, url, offset, range, place } = target;
    const findContent = () => this.#dependencies.findContent(document.uri);
    const content = await findContent();
    const isOwn = content !== undefined && isUrlOf(content, url);
    const deadline = new Deadline(textInMilliseconds);
    // Without an answer of the account the hover only says less.
    const original = within(findOriginal(url, findContent, signal), patienceInMilliseconds);
    const names = within(findNamedChains(url, findContent, signal), patienceInMilliseconds);
    const laterLinks = original.then((found) => fileLinksOf(url, found));
    const pictures = this.#pictures(target, { isOwn, original, names }, signal);
    const shown = await deadline.within(pictures);
    const [file, named] = await Promise.all([deadline.within(original), deadline.within(names)]);
    const description = describeUrl(url, offset, { original: originalSize(url, file), named });
    const isSigned = url.query.some(({ name }) => name.text === 'ik-s');
    const text = hoverMarkdown({
      ...description,
      picture: { kind: 'none' },
      ...shown,
      links: {
        url: addressOf(url),
        place,
        isSignable: isOwn && !isSigned && url.holes.length === 0,
        ...fileLinksOf(url, file),
      },
    });
    return {
      text: new vscode.Hover(text, range),
      ...(!shown && {
        later: laterHover(pictures, file ? undefined : laterLinks, range),
      }),
    };
  }

  /** However long it takes. */
  async #pictures(
    target: HoverTarget,
    { isOwn, original, names }: AskedOfAccount,
    signal: AbortSignal,
  ): Promise<PictureContent> {
    const { document, url, offset, place, preview } = target;
    const { session, loader } = this.#dependencies;
    const [file, named] = await Promise.all([original, names]);
    const description = describeUrl(url, offset, { original: originalSize(url, file), named });
    const isPrivate = file?.file.isPrivateFile === true;
    const connected =
      isPrivate && settings.signPrivateFiles() ? await session.find(document.uri) : undefined;
    const order = {
      url,
      request: { ...place, url: addressOf(url) },
      preview,
      isPrivate,
      isOwn,
      signer: connected?.account,
      description,
    };
    const [loaded, layer] = await Promise.all([
      loader.load(order, signal),
      this.#layer(target, named, signal),
    ]);
    const { size, box } = description;
    const { picture, type, bytes, originalBytes } = loaded;
    return {
      picture,
      box,
      facts: describePicture({
        size,
        type,
        bytes,
        originalBytes: file?.file.size ?? originalBytes,
      }),
      layer,
    };
  }

  /** The picture of the layer under the mouse, where it costs nothing. */
  async #layer(
    { url, offset, preview }: HoverTarget,
    named: NamedChains | undefined,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const address = preview === 'never' ? undefined : layerPictureAt(url, offset);
    const layer = address && parseImageKitUrl(address, 0, [url.endpoint.text], []);
    if (!layer) return undefined;
    const { cost, isComplete } = describeUrl(layer, 0, { named });
    if (!isComplete || (cost !== 'free' && preview !== 'always')) return undefined;
    const { picture } = await this.#dependencies.loader.show(address, signal);
    // VS Code cuts a hover at 100,000 characters.
    return picture.kind === 'shown' && picture.source.length <= largestLayer
      ? picture.source
      : undefined;
  }
}

/** The URL of a line’s position, also one whose slashes are escaped. */
function urlAt(
  line: LineText,
  endpoints: readonly string[],
  traits: DocumentTraits,
): Pick<HoverTarget, 'url' | 'offset' | 'range'> | undefined {
  const { text, offset } = line;
  const url = findImageKitUrlAt(text, offset, endpoints, traits);
  if (url) return { url, offset, range: line.toRange(url) };
  const escaped = findEscapedUrlAt(text, offset, endpoints, traits);
  return escaped && { url: escaped.url, offset: escaped.offset, range: line.toRange(escaped) };
}

function fileLinksOf({ endpoint }: ImageKitUrl, file: LibraryFile | undefined): FileLinks {
  return {
    file: file && { path: file.path, id: file.file.fileId },
    isInDashboard: !isLoopbackUrl(endpoint.text),
  };
}

const largestLayer = 20_000;

/** What comes later than the text is added to it. */
const textInMilliseconds = 40;

/** Pictures do not wait any longer for what the account knows of them. */
const patienceInMilliseconds = 2000;

/** In a transformation that stands without a URL, such as an SDK's `raw` text. */
function parameterHover(
  line: LineText,
  endpoints: readonly string[],
  traits: DocumentTraits,
): HoverAnswer | undefined {
  const hover = getParameterHover(line.text, line.offset, endpoints, traits);
  if (!hover) return undefined;
  const text = new vscode.MarkdownString(hover.markdown);
  return { text: new vscode.Hover(text, line.toRange(hover.range)) };
}
