import { createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../server/apiError.ts';
import { demoKeys } from './demoKeys.ts';

export interface ClientCredentials {
  readonly publicKey?: string | undefined;
  readonly signature?: string | undefined;
  readonly expire?: string | undefined;
  readonly token?: string | undefined;
}

export function hasClientCredentials(credentials: ClientCredentials): boolean {
  return Object.values(credentials).some((value) => value !== undefined && value !== '');
}

/** Lowercase hex HMAC-SHA1 under the account's private key. */
export function hmacSha1(message: string): string {
  return createHmac('sha1', demoKeys.privateKey).update(message).digest('hex');
}

export function equalText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Checks the four fields of a client-side upload.
 * @param usedTokens tokens are good for one attempt, failed or not; this one is added.
 * @throws {ApiError} 400 for bad fields, 403 for another account's public key.
 */
export function checkClientCredentials(
  credentials: ClientCredentials,
  usedTokens: Set<string>,
  nowSeconds: number,
): void {
  const { publicKey, signature, expire, token } = credentials;
  if (!publicKey) throw new ApiError(400, 'Missing publicKey parameter for upload.');
  if (!token) throw new ApiError(400, 'Missing token parameter for upload.');
  if (!expire) throw new ApiError(400, 'Missing expire parameter for upload.');
  if (!signature) throw new ApiError(400, 'Missing signature parameter for upload.');
  if (publicKey !== demoKeys.publicKey) {
    throw new ApiError(403, 'Your account cannot be authenticated.');
  }
  const expiry = Number(expire);
  if (!Number.isInteger(expiry) || expiry <= nowSeconds || expiry > nowSeconds + 3600) {
    throw new ApiError(400, 'The expire parameter must be a Unix time within the next hour.');
  }
  if (usedTokens.has(token)) {
    throw new ApiError(400, 'A request with this token was already made. Use a new token.');
  }
  usedTokens.add(token);
  if (!equalText(signature, hmacSha1(token + expire))) {
    throw new ApiError(400, 'Your request contains an invalid signature.');
  }
}
