import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { chooseFormat, encode } from '../rendering/encode.ts';
import { substitutedFonts } from '../rendering/fonts.ts';
import { decode } from '../rendering/picture.ts';
import type { Picture } from '../rendering/picture.ts';
import { renderChain } from '../rendering/renderChain.ts';
import type { Exchange } from '../server/exchange.ts';
import type { FileAsset } from '../store/assetRow.ts';
import type { Library } from '../store/library.ts';
import { allParameters } from '../transformation/chain.ts';
import type { Step } from '../transformation/chain.ts';
import { judgeChain } from '../transformation/judgeChain.ts';
import { expandNamed } from '../transformation/namedTransformations.ts';
import { parseChain } from '../transformation/parseChain.ts';
import { DeliveryError, sendDeliveryError } from './deliveryError.ts';
import { readDeliveryUrl } from './deliveryUrl.ts';
import type { DeliveryUrl } from './deliveryUrl.ts';
import { findAsset } from './findAsset.ts';
import { RenderCache } from './renderCache.ts';
import { sendContent } from './sendContent.ts';
import { drawPlaceholder, readVideoFrame } from './videoStill.ts';

export type DeliveryHandler = (exchange: Exchange) => Promise<void>;

/** `GET /demo/…`: files as they are, or pictures transformed. */
export function createDeliveryHandler(library: Library): DeliveryHandler {
  const cache = new RenderCache();
  return async (exchange) => {
    const { response } = exchange;
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('timing-allow-origin', '*');
    try {
      if (exchange.method !== 'GET' && exchange.method !== 'HEAD') {
        throw new DeliveryError(405, 'EMETHOD', 'only GET and HEAD are allowed');
      }
      await deliver(exchange, library, cache);
    } catch (error) {
      if (!sendDeliveryError(exchange, error)) throw error;
    }
  };
}

async function deliver(exchange: Exchange, library: Library, cache: RenderCache): Promise<void> {
  const url = readDeliveryUrl(exchange.target);
  if (url === undefined) throw new DeliveryError(400, 'EINVALID', 'the path is badly encoded');
  const written = parseChain(url.chain);
  const file = findAsset(exchange, library, url, written);
  if (url.attachment) offerDownload(exchange, url, file);
  const steps = expandNamed(written);
  const unsupported = await judge(library, url, file, steps);
  const original = steps.length === 0 && !url.thumbnail;
  if (original || unsupported.length > 0 || allParameters(steps).get('orig') === 'true') {
    nameInHeader(exchange, 'x-emulator-unsupported', unsupported);
    if (!url.thumbnail) {
      await sendStored(exchange, library, file);
      return;
    }
  }
  const rendered = unsupported.length > 0 ? [] : steps;
  nameInHeader(exchange, 'x-emulator-substituted', substitutedFonts(rendered));
  await sendRendered(exchange, library, cache, url, file, rendered);
}

/** The parameters that cannot be rendered on this file. */
async function judge(
  library: Library,
  url: DeliveryUrl,
  file: FileAsset,
  steps: readonly Step[],
): Promise<string[]> {
  // The time of a still is a matter of the frame, not of the picture.
  const judged = url.thumbnail ? steps.map((step) => withoutKey(step, 'so')) : steps;
  const unsupported = judgeChain(judged);
  if (steps.length === 0 || unsupported.length > 0) return unsupported;
  if (file.fileType !== 'image' && !url.thumbnail) {
    return steps.flatMap((step) => [...step.parameters.keys(), ...step.layers.map(() => 'l')]);
  }
  if (file.format !== 'gif' && file.format !== 'webp') return [];
  const { pages = 1 } = await sharp(library.blobs.pathOf(file.blob)).metadata();
  return pages > 1 && !url.thumbnail ? ['animation'] : [];
}

function withoutKey(step: Step, key: string): Step {
  return {
    parameters: new Map([...step.parameters].filter(([name]) => name !== key)),
    layers: step.layers,
  };
}

/** What the picture is not faithful in is never silent. */
function nameInHeader(exchange: Exchange, header: string, names: readonly string[]): void {
  if (names.length === 0) return;
  const text = [...new Set(names)].join(',').replaceAll(/[^\x20-\x7e]/g, '?');
  exchange.response.setHeader(header, text);
  exchange.response.setHeader('access-control-expose-headers', header);
}

function offerDownload(exchange: Exchange, url: DeliveryUrl, file: FileAsset): void {
  const extension = /\.[^.]+$/.exec(file.name)?.[0] ?? '';
  const name = url.attachmentName === undefined ? file.name : `${url.attachmentName}${extension}`;
  exchange.response.setHeader(
    'content-disposition',
    `attachment; filename="${name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
}

async function sendStored(exchange: Exchange, library: Library, file: FileAsset): Promise<void> {
  await sendContent(exchange, {
    mime: file.mime,
    size: file.size,
    tag: file.blob.slice(0, 32),
    lastModified: file.updatedAt,
    open: (range) => library.blobs.read(file.blob, range),
  });
}

async function sendRendered(
  exchange: Exchange,
  library: Library,
  cache: RenderCache,
  url: DeliveryUrl,
  file: FileAsset,
  steps: readonly Step[],
): Promise<void> {
  const format = chooseFormat(
    steps,
    url.thumbnail ? 'jpg' : file.format,
    exchange.request.headers.accept,
  );
  if (allParameters(steps).get('f') === 'auto') exchange.response.setHeader('vary', 'Accept');
  const source = await readSource(exchange, library, url, file, steps);
  const key = [file.blob, file.customCoordinates, url.chain, url.thumbnail, format].join('\n');
  const cacheable = steps.every((step) => step.layers.length === 0);
  let rendered = cacheable ? cache.get(key) : undefined;
  if (rendered === undefined) {
    const picture = await renderChain(await source(), steps, {
      customArea: file.customCoordinates,
      load: async (path) => await loadPicture(library, path),
    });
    rendered = await encode(picture, format, steps);
    if (cacheable) cache.set(key, rendered);
  }
  const { bytes, mime } = rendered;
  await sendContent(exchange, {
    mime,
    size: bytes.length,
    tag: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
    lastModified: file.updatedAt,
    open: () => bytes,
  });
}

/** Where the pixels come from; a placeholder is named in the answer's header. */
async function readSource(
  exchange: Exchange,
  library: Library,
  url: DeliveryUrl,
  file: FileAsset,
  steps: readonly Step[],
): Promise<() => Promise<Picture>> {
  const path = library.blobs.pathOf(file.blob);
  if (file.fileType === 'image') return async () => await decode(path);
  const seconds = Number(allParameters(steps).get('so') ?? '0');
  const frame = file.mime.startsWith('video/') ? await readVideoFrame(path, seconds) : undefined;
  if (frame !== undefined) return async () => await Promise.resolve(frame);
  if (url.thumbnail) nameInHeader(exchange, 'x-emulator-unsupported', ['ik-thumbnail']);
  return async () => await drawPlaceholder(file.width ?? 640, file.height ?? 360);
}

async function loadPicture(library: Library, path: string): Promise<Picture | undefined> {
  const file = library.rows.fileByPath(`/${path.replace(/^\/+/, '')}`);
  if (file === undefined || file.fileType !== 'image') return undefined;
  return await decode(library.blobs.pathOf(file.blob));
}
