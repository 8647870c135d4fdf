import type { HttpTransport } from '../core/api/httpTransport.ts';
import { OnDemand } from './onDemand.ts';

/** The transport of the extension, loaded at the first request. */
export function createLazyTransport(): HttpTransport {
  const loaded = new OnDemand(async () => {
    const { createNodeFetchTransport } = await import('./nodeFetchTransport.ts');
    return createNodeFetchTransport();
  });
  return async (request) => (await loaded.get())(request);
}
