import * as v from 'valibot';
import type { RequestOptions } from './apiRequest.ts';
import { endpoint, type ApiCaller } from './endpoint.ts';
import { ensure } from './ensure.ts';
import { text } from './schemaParts.ts';
import { t } from '../text/l10n.ts';

const requestedSchema = v.looseObject({ requestId: text });
const statusSchema = v.looseObject({ status: v.picklist(['Pending', 'Completed']) });

export type RequestedPurge = v.InferOutput<typeof requestedSchema>;
export type PurgeStatus = v.InferOutput<typeof statusSchema>;

export interface InvalidationCreateParams {
  /** An http(s) URL, or the beginning of one with a `*` as its last character. */
  readonly url: string;
}

/**
 * Purges of ImageKit's cache; an account has 1000 a month unless its plan says otherwise.
 * Source: https://imagekit.io/docs/cache-purge
 */
export interface CacheInvalidation {
  create(params: InvalidationCreateParams, options?: RequestOptions): Promise<RequestedPurge>;
  /** Fails with `badRequest` for an id that the service does not know. */
  get(requestId: string, options?: RequestOptions): Promise<PurgeStatus>;
}

const endpoints = {
  // Each one counts.
  create: endpoint('POST', '/v1/files/purge', 'purge request', requestedSchema, 'once'),
  get: endpoint('GET', '/v1/files/purge/{requestId}', 'status of the purge', statusSchema),
};

export function createCacheInvalidation(call: ApiCaller): CacheInvalidation {
  return {
    async create({ url }, { signal } = {}) {
      ensure(
        /^https?:/i.test(url) && URL.canParse(url),
        'url',
        t('"{url}" is not a valid address.', { url }),
      );
      const star = url.indexOf('*');
      ensure(
        star === -1 || star === url.length - 1,
        'url',
        t('A URL to purge has at most one "*", as its last character.'),
      );
      return call(endpoints.create, { body: { url }, signal });
    },

    get: (requestId, { signal } = {}) => call(endpoints.get, { path: { requestId }, signal }),
  };
}
