import { demoKeys } from '../auth/demoKeys.ts';
import { requirePrivateKey } from '../auth/requirePrivateKey.ts';
import { controlPrefix, controlRoutes } from '../controls/controlRoutes.ts';
import { Faults } from '../controls/faults.ts';
import { RequestLog } from '../controls/requestLog.ts';
import { createDeliveryHandler } from '../delivery/deliveryHandler.ts';
import { fileRoutes } from '../library/fileHandlers.ts';
import { folderRoutes } from '../library/folderHandlers.ts';
import { createListHandler } from '../library/listHandler.ts';
import type { Library } from '../store/library.ts';
import { createUploadHandler } from '../upload/uploadHandler.ts';
import type { Exchange } from './exchange.ts';
import { sendEmpty } from './respond.ts';
import { dispatch } from './router.ts';

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
  library: Library,
  options: RequestHandlerOptions,
): (exchange: Exchange) => Promise<void> {
  const faults = new Faults();
  const log = new RequestLog();
  const controls = controlRoutes(faults, log, options.reset);
  const upload = createUploadHandler(library);
  const deliver = createDeliveryHandler(library);
  const media = [
    { method: 'GET', pattern: '/v1/files', handle: createListHandler(library) },
    ...fileRoutes(library),
    ...folderRoutes(library),
  ];
  const uploads = [{ method: 'POST', pattern: '/api/v1/files/upload', handle: upload }];
  return async (exchange) => {
    if (options.testControls) {
      if (exchange.path.startsWith(controlPrefix)) {
        await dispatch(controls, exchange);
        return;
      }
      log.record(exchange);
      if (await faults.apply(exchange)) return;
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
