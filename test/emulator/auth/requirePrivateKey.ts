import { ApiError } from '../server/apiError.ts';
import type { Exchange } from '../server/exchange.ts';
import { demoKeys } from './demoKeys.ts';

/** The user part of HTTP Basic credentials; the service does not look at the password. */
export function readBasicUser(header: string | undefined): string | undefined {
  const encoded = /^basic\s+(.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const user = text.split(':', 1)[0] ?? '';
  return user === '' ? undefined : user;
}

/** @throws {ApiError} 401 without a key, 403 with a key of nobody or one that may not do this. */
export function requirePrivateKey({ request, method }: Exchange): void {
  const key = readBasicUser(request.headers.authorization);
  if (key === undefined) {
    throw new ApiError(401, 'Your request does not contain a private API key.');
  }
  if (key === demoKeys.readOnlyKey) {
    if (method === 'GET') return;
    throw new ApiError(403, 'This API key is restricted: it may only read.');
  }
  if (key !== demoKeys.privateKey) {
    throw new ApiError(403, 'Your account cannot be authenticated.');
  }
}
