import type { Account } from '../account/account.ts';
import { fieldRoutes } from '../account/fieldHandlers.ts';
import { namedTransformationRoutes } from '../account/namedTransformationHandlers.ts';
import { originRoutes } from '../account/originHandlers.ts';
import { savedExtensionRoutes } from '../account/savedExtensionHandlers.ts';
import { urlEndpointRoutes } from '../account/urlEndpointHandlers.ts';
import { usageRoutes } from '../account/usageHandlers.ts';
import { demoKeys } from '../auth/demoKeys.ts';
import { requirePrivateKey } from '../auth/requirePrivateKey.ts';
import { purgeRoutes } from '../cache/purgeHandlers.ts';
import { Conditions } from '../controls/conditions.ts';
import { controlPrefix, controlRoutes } from '../controls/controlRoutes.ts';
import { Faults } from '../controls/faults.ts';
import { requireLocal } from '../controls/requireLocal.ts';
import { RequestLog } from '../controls/requestLog.ts';
import { createDeliveryHandler } from '../delivery/deliveryHandler.ts';
import { RenderCache } from '../delivery/renderCache.ts';
import { jobRoutes } from '../jobs/jobHandlers.ts';
import { bulkRoutes } from '../library/bulkHandlers.ts';
import { fileRoutes } from '../library/fileHandlers.ts';
import { folderRoutes } from '../library/folderHandlers.ts';
import { createListHandler } from '../library/listHandler.ts';
import { transferRoutes } from '../library/transferHandlers.ts';
import { versionRoutes } from '../library/versionHandlers.ts';
import { metadataRoutes } from '../metadata/metadataHandlers.ts';
import { uploadRoutes } from '../upload/uploadHandler.ts';
import type { Exchange } from './exchange.ts';
import { sendEmpty } from './respond.ts';
import { dispatch } from './router.ts';
import type { Route } from './router.ts';

export interface RequestHandlerOptions {
  readonly testControls: boolean;
  /** Empties and reseeds the library. */
  readonly reset: () => Promise<void>;
}

const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
};

/** One entry for the three hosts: the path says which one is meant. */
export function createRequestHandler(
  account: Account,
  options: RequestHandlerOptions,
): (exchange: Exchange) => Promise<void> {
  const conditions = new Conditions();
  const faults = new Faults();
  const log = new RequestLog();
  const controls = controlRoutes({ account, conditions, faults, log, reset: options.reset });
  const cache = new RenderCache();
  const deliver = createDeliveryHandler(account, cache);
  const media = mediaRoutes(account, cache);
  const uploads = uploadRoutes(account);
  return async (exchange) => {
    if (options.testControls) {
      if (exchange.path.startsWith(controlPrefix)) {
        requireLocal(exchange);
        await dispatch(controls, exchange);
        return;
      }
      log.record(exchange);
      conditions.pace(exchange);
      if ((await faults.apply(exchange)) || (await conditions.apply(exchange))) return;
    }
    if (exchange.method === 'OPTIONS' && !exchange.path.startsWith('/v1/')) {
      for (const [name, value] of Object.entries(corsHeaders)) {
        exchange.response.setHeader(name, value);
      }
      sendEmpty(exchange, 204);
    } else if (exchange.path.startsWith(`/${demoKeys.id}/`)) {
      await deliver(exchange);
    } else if (exchange.path.startsWith('/v1/')) {
      requirePrivateKey(exchange);
      await dispatch(media, exchange);
    } else {
      await dispatch(uploads, exchange);
    }
  };
}

/** Fixed paths go before the ones with parameters that would take them too. */
function mediaRoutes(account: Account, cache: RenderCache): Route[] {
  return [
    { method: 'GET', pattern: '/v1/files', handle: createListHandler(account) },
    ...purgeRoutes(account),
    ...bulkRoutes(account),
    ...transferRoutes(account),
    ...fileRoutes(account),
    ...versionRoutes(account),
    ...metadataRoutes(account, cache),
    ...folderRoutes(account),
    ...jobRoutes(account),
    ...fieldRoutes(account),
    ...savedExtensionRoutes(account),
    ...namedTransformationRoutes(account),
    ...originRoutes(account),
    ...urlEndpointRoutes(account),
    ...usageRoutes(account),
  ];
}
