import { Readable } from 'node:stream';
import type { Account } from '../account/account.ts';
import type { Content } from '../delivery/content.ts';
import { DeliveryError } from '../delivery/deliveryError.ts';
import { prepareDelivery } from '../delivery/prepareDelivery.ts';
import type { RenderCache } from '../delivery/renderCache.ts';
import { requireFile } from '../library/requireFile.ts';
import { readMediaFacts } from '../media/readMediaFacts.ts';
import { ApiError } from '../server/apiError.ts';
import { sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import { TransformationError } from '../transformation/transformationError.ts';
import { readMetadata } from './readMetadata.ts';

/** The metadata of a file of the library, and of what a delivery URL of the account gives. */
export function metadataRoutes(account: Account, cache: RenderCache): Route[] {
  const { library } = account;
  return [
    {
      method: 'GET',
      pattern: '/v1/files/:fileId/metadata',
      handle: async (exchange) => {
        const file = requireFile(library, exchange.parameters['fileId']);
        const path = library.blobs.pathOf(file.blob);
        sendJson(exchange, 200, await readMetadata(path, file, file.size));
      },
    },
    {
      method: 'GET',
      pattern: '/v1/metadata',
      handle: async (exchange) => {
        const url = exchange.query.get('url');
        if (!url) throw new ApiError(400, 'Missing url parameter.');
        const endpoint = library.urlEndpoint();
        if (!URL.canParse(url) || !url.startsWith(`${endpoint}/`)) {
          throw new ApiError(400, 'The URL is not one that this account delivers.');
        }
        const target = url.slice(new URL(endpoint).origin.length);
        const content = await deliver(account, cache, target);
        sendJson(exchange, 200, await inspect(account, content, target));
      },
    },
  ];
}

async function deliver(account: Account, cache: RenderCache, target: string): Promise<Content> {
  try {
    return (await prepareDelivery(account, cache, { target, headers: {} })).content;
  } catch (error) {
    const refused = error instanceof DeliveryError || error instanceof TransformationError;
    if (!refused) throw error;
    throw new ApiError(404, `The URL cannot be reached: ${error.message}.`, { cause: error });
  }
}

async function inspect(
  { library: { blobs } }: Account,
  { open, size }: Content,
  target: string,
): Promise<Record<string, unknown>> {
  const source = open({ start: 0, end: Math.max(0, size - 1) });
  const pending = await blobs.receive(Buffer.isBuffer(source) ? Readable.from([source]) : source);
  try {
    const facts = await readMediaFacts(pending.path, target.split('?', 1).join(''), size);
    return await readMetadata(pending.path, facts, size);
  } finally {
    await blobs.discard(pending);
  }
}
