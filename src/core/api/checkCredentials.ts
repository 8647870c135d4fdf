import type { RequestOptions } from './apiRequest.ts';
import type { ImageKitClient } from './createImageKitClient.ts';

/**
 * Asks the API for one item, the cheapest call that needs the key.
 * Fails with `unauthorized` or `forbidden` for a key that the service refuses, `unreachable` for a
 * host that does not answer, `certificate` for one that is not trusted.
 */
export async function checkCredentials(
  client: Pick<ImageKitClient, 'assets'>,
  options: RequestOptions = {},
): Promise<void> {
  await client.assets.list({ limit: 1 }, options);
}
