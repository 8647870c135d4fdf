import { hmacSha1 } from '../url/hmacSha1.ts';
import type { Clock } from './clock.ts';

/** What a browser sends beside the public key to upload without the private one. */
export interface AuthenticationParameters {
  /** Good for one upload, even one that failed. */
  readonly token: string;
  /** Unix seconds, less than an hour ahead. */
  readonly expire: number;
  /** HMAC-SHA1 in lower-case hex. */
  readonly signature: string;
}

export interface Helper {
  /**
   * For the upload API v1.
   * @param token Unique; a random UUID without it or for `''`.
   * @param expire Unix seconds, not a time from now; in half an hour without it or for `0`.
   * Source: https://imagekit.io/docs/api-reference/upload-file/upload-file
   */
  getAuthenticationParameters(token?: string, expire?: number): AuthenticationParameters;
}

const defaultLifeInSeconds = 30 * 60;

export function createHelper(privateKey: string, clock: Pick<Clock, 'now'>): Helper {
  return {
    getAuthenticationParameters(token, expire) {
      const usedToken = token || crypto.randomUUID();
      const usedExpire = expire || Math.floor(clock.now() / 1000) + defaultLifeInSeconds;
      return {
        token: usedToken,
        expire: usedExpire,
        signature: hmacSha1(privateKey, `${usedToken}${usedExpire}`),
      };
    },
  };
}
