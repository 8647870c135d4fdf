import type { Account } from '../accounts/account.ts';
import { systemClock, type Clock } from './clock.ts';
import { createApiCaller } from './createApiCaller.ts';
import { createApiSender } from './createApiSender.ts';
import type { ApiCaller } from './endpoint.ts';
import type { HttpTransport } from './httpTransport.ts';
import { RateLimits } from './rateLimits.ts';
import { retrying } from './retrying.ts';
import { createUpload, type Upload } from './upload/createUpload.ts';

export interface ApiDependencies {
  readonly transport: HttpTransport;
  readonly account: Pick<Account, 'privateKey' | 'apiOrigin' | 'uploadOrigin'>;
  /** The system's by default. */
  readonly clock?: Clock;
  /** From 0 up to 1, for the jitter of waits; `Math.random` by default. */
  readonly random?: () => number;
}

/** What the resources of a client are made of. */
export interface ApiConnection {
  readonly call: ApiCaller;
  readonly uploadV1: Upload;
  /** Beta; takes and gives what v1 does. */
  readonly uploadV2: Upload;
}

/** For one account; the key goes to the account's two origins and to no other host. */
export function connectApi({
  transport,
  account,
  clock = systemClock,
  random = Math.random,
}: ApiDependencies): ApiConnection {
  const limits = new RateLimits({ clock, random });
  const send = retrying(
    createApiSender(transport, account, clock, (request, response) =>
      limits.heard(request, response),
    ),
    { clock, random, limits },
  );
  const uploading = { send, clock };
  return {
    call: createApiCaller(send),
    uploadV1: createUpload('/api/v1/files/upload', uploading),
    uploadV2: createUpload('/api/v2/files/upload', uploading),
  };
}
