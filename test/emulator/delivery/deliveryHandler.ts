import type { Account } from '../account/account.ts';
import type { Exchange } from '../server/exchange.ts';
import { DeliveryError, sendDeliveryError } from './deliveryError.ts';
import { prepareDelivery } from './prepareDelivery.ts';
import type { RenderCache } from './renderCache.ts';
import { recordDelivery } from './recordDelivery.ts';
import { sendContent } from './sendContent.ts';

/** `GET /demo/…`: files as they are, or pictures transformed. */
export function createDeliveryHandler(
  account: Account,
  cache: RenderCache,
): (exchange: Exchange) => Promise<void> {
  return async (exchange) => {
    const { request, response, target } = exchange;
    recordDelivery(account, exchange);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('timing-allow-origin', '*');
    try {
      if (exchange.method !== 'GET' && exchange.method !== 'HEAD') {
        throw new DeliveryError(405, 'EMETHOD', 'only GET and HEAD are allowed');
      }
      const { headers } = request;
      const prepared = await prepareDelivery(account, cache, { target, headers });
      for (const [name, value] of Object.entries(prepared.headers)) {
        response.setHeader(name, value);
      }
      await sendContent(exchange, prepared.content);
    } catch (error) {
      if (!sendDeliveryError(exchange, error)) throw error;
    }
  };
}
