import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import sharp from 'sharp';
import type { Account } from '../account/account.ts';
import { namedFinder } from '../account/findNamed.ts';
import { chooseFormat, encode } from '../rendering/encode.ts';
import { substitutedFonts } from '../rendering/fonts.ts';
import { renderChain } from '../rendering/renderChain.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { allParameters } from '../transformation/chain.ts';
import type { Step } from '../transformation/chain.ts';
import { judgeChain } from '../transformation/judgeChain.ts';
import { expandNamed } from '../transformation/namedTransformations.ts';
import { parseChain } from '../transformation/parseChain.ts';
import type { Content } from './content.ts';
import { DeliveryError } from './deliveryError.ts';
import { readDeliveryUrl } from './deliveryUrl.ts';
import type { DeliveryUrl } from './deliveryUrl.ts';
import { findAsset } from './findAsset.ts';
import { loadPicture, openSource } from './openSource.ts';
import type { RenderCache } from './renderCache.ts';

export interface DeliveryRequest {
  /** Path and query as requested. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Prepared {
  readonly content: Content;
  readonly headers: Readonly<Record<string, string>>;
}

/** Finds what a delivery URL stands for. @throws {DeliveryError} @throws {TransformationError} */
export async function prepareDelivery(
  account: Account,
  cache: RenderCache,
  request: DeliveryRequest,
): Promise<Prepared> {
  const { library, records } = account;
  const prefixes = records.urlEndpoints.all().map(({ urlPrefix }) => urlPrefix);
  const url = readDeliveryUrl(request.target, prefixes);
  if (url === undefined) throw new DeliveryError(400, 'EINVALID', 'the path is badly encoded');
  const written = parseChain(url.chain);
  const file = findAsset(request.target, library, url, written);
  const headers: Record<string, string> = url.attachment ? offerDownload(url, file) : {};
  const steps = expandNamed(written, namedFinder(account));
  const thumbnail = url.suffix === 'ik-thumbnail.jpg';
  const unsupported = await judge(account, url, file, steps);
  tell(headers, 'x-emulator-unsupported', unsupported);
  const untouched =
    steps.length === 0 || unsupported.length > 0 || allParameters(steps).get('orig') === 'true';
  if (untouched && !thumbnail) return { content: storedContent(account, file), headers };
  const rendered = unsupported.length > 0 ? [] : steps;
  tell(headers, 'x-emulator-substituted', substitutedFonts(rendered));
  const content = await render(account, cache, request, url, file, rendered, headers);
  return { content, headers };
}

/** The parameters and the suffix that cannot be rendered on this file. */
async function judge(
  { library }: Account,
  url: DeliveryUrl,
  file: FileAsset,
  steps: readonly Step[],
): Promise<string[]> {
  const thumbnail = url.suffix === 'ik-thumbnail.jpg';
  if (url.suffix !== undefined && !thumbnail && url.suffix !== 'ik-video.mp4') return [url.suffix];
  // The time of a still is a matter of the frame, not of the picture.
  const judged = thumbnail ? steps.map((step) => withoutKey(step, 'so')) : steps;
  const unsupported = judgeChain(judged);
  if (steps.length === 0 || unsupported.length > 0) return unsupported;
  if (file.fileType !== 'image' && !thumbnail) {
    return steps.flatMap((step) => [...step.parameters.keys(), ...step.layers.map(() => 'l')]);
  }
  if (file.format !== 'gif' && file.format !== 'webp') return [];
  const { pages = 1 } = await sharp(library.blobs.pathOf(file.blob)).metadata();
  return pages > 1 && !thumbnail ? ['animation'] : [];
}

function withoutKey(step: Step, key: string): Step {
  return {
    parameters: new Map([...step.parameters].filter(([name]) => name !== key)),
    layers: step.layers,
  };
}

/** What the picture is not faithful in is never silent. */
function tell(headers: Record<string, string>, header: string, names: readonly string[]): void {
  if (names.length === 0) return;
  headers[header] = [...new Set(names)].join(',').replaceAll(/[^\x20-\x7e]/g, '?');
  headers['access-control-expose-headers'] = header;
}

function offerDownload(url: DeliveryUrl, file: FileAsset): Record<string, string> {
  const extension = /\.[^.]+$/.exec(file.name)?.[0] ?? '';
  const name = url.attachmentName === undefined ? file.name : `${url.attachmentName}${extension}`;
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  return {
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
}

function storedContent({ library }: Account, file: FileAsset): Content {
  return {
    mime: file.mime,
    size: file.size,
    tag: file.blob.slice(0, 32),
    lastModified: file.updatedAt,
    open: (range) => library.blobs.read(file.blob, range),
  };
}

async function render(
  { library }: Account,
  cache: RenderCache,
  request: DeliveryRequest,
  url: DeliveryUrl,
  file: FileAsset,
  steps: readonly Step[],
  headers: Record<string, string>,
): Promise<Content> {
  const thumbnail = url.suffix === 'ik-thumbnail.jpg';
  const format = chooseFormat(steps, thumbnail ? 'jpg' : file.format, request.headers.accept);
  if (allParameters(steps).get('f') === 'auto') headers['vary'] = 'Accept';
  const source = await openSource(library, file, steps);
  if (source.placeholder && thumbnail) tell(headers, 'x-emulator-unsupported', ['ik-thumbnail']);
  const parameters = JSON.stringify(steps.map((step) => [...step.parameters]));
  const key = [file.blob, file.customCoordinates, parameters, thumbnail, format].join('\n');
  const cacheable = steps.every((step) => step.layers.length === 0);
  let rendered = cacheable ? cache.get(key) : undefined;
  headers['x-cache'] = rendered === undefined ? 'Miss from emulator' : 'Hit from emulator';
  if (rendered === undefined) {
    const picture = await renderChain(await source.decode(), steps, {
      customArea: file.customCoordinates,
      load: async (path) => await loadPicture(library, path),
    });
    rendered = await encode(picture, format, steps);
    if (cacheable) cache.set(key, rendered);
  }
  const { bytes, mime } = rendered;
  return {
    mime,
    size: bytes.length,
    tag: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
    lastModified: file.updatedAt,
    open: () => bytes,
  };
}
