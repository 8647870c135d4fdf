import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import sharp from 'sharp';
import type { Account } from '../account/account.ts';
import { namedFinder } from '../account/findNamed.ts';
import { substitutedFonts } from '../rendering/fonts.ts';
import { renderFile } from '../rendering/renderFile.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { allParameters, everyStep } from '../transformation/chain.ts';
import type { Step } from '../transformation/chain.ts';
import { judgeChain } from '../transformation/judgeChain.ts';
import { expandNamed } from '../transformation/namedTransformations.ts';
import { parseChain } from '../transformation/parseChain.ts';
import { TransformationError } from '../transformation/transformationError.ts';
import { applyClientHints } from './clientHints.ts';
import type { Content } from './content.ts';
import { DeliveryError } from './deliveryError.ts';
import { readDeliveryUrl } from './deliveryUrl.ts';
import type { DeliveryUrl } from './deliveryUrl.ts';
import { findAsset } from './findAsset.ts';
import { fontPath, loadPicture, openSource } from './openSource.ts';
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
  const named = expandNamed(written, namedFinder(account));
  const steps = applyClientHints(named, request.headers, headers);
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
  // The time and the page of a still are a matter of where it comes from, not of the picture.
  const judged = thumbnail ? steps.map((step) => without(step, ['so', 'pg'])) : steps;
  const unsupported = judgeChain(judged);
  const page = thumbnail ? undefined : allParameters(steps).get('pg');
  if (page !== undefined) unsupported.push(`pg-${page}`);
  if (steps.length === 0 || unsupported.length > 0) return unsupported;
  if (file.fileType !== 'image' && !thumbnail) {
    return steps.flatMap((step) => [...step.parameters.keys(), ...step.layers.map(() => 'l')]);
  }
  if (steps.some(({ branching }) => branching !== undefined) && !thumbnail) {
    const { pages = 1 } = await sharp(library.blobs.pathOf(file.blob)).metadata();
    if (pages > 1) throw new TransformationError('an animation takes no conditions');
  }
  return [];
}

function without(step: Step, keys: readonly string[]): Step {
  const kept = [...step.parameters].filter(([name]) => !keys.includes(name));
  return { ...step, parameters: new Map(kept) };
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
  const { accept } = request.headers;
  const isNegotiated = everyStep(steps).some(({ parameters }) => parameters.get('f') === 'auto');
  if (isNegotiated) headers['vary'] = [headers['vary'], 'Accept'].filter(Boolean).join(', ');
  const source = await openSource(library, file, steps);
  if (source.placeholder && thumbnail) tell(headers, 'x-emulator-unsupported', ['ik-thumbnail']);
  const chain = JSON.stringify(steps, (_, value) => (value instanceof Map ? [...value] : value));
  const negotiated = isNegotiated && accept?.includes('image/webp');
  const key = [file.blob, file.customCoordinates, chain, thumbnail, negotiated].join('\n');
  const cacheable = everyStep(steps).every((step) => step.layers.length === 0);
  let rendered = cacheable ? cache.get(key) : undefined;
  headers['x-cache'] = rendered === undefined ? 'Miss from emulator' : 'Hit from emulator';
  if (rendered === undefined) {
    const pixels = {
      path: library.blobs.pathOf(file.blob),
      format: thumbnail ? 'jpg' : file.format,
      decode: source.decode,
      moves: !thumbnail,
    };
    rendered = await renderFile(pixels, steps, accept, {
      customArea: file.customCoordinates,
      load: async (path, page) => await loadPicture(library, path, page),
      fontPath: (path) => fontPath(library, path),
    });
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
