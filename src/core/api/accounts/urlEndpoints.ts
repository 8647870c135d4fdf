import * as v from 'valibot';
import { createCollection, type Collection } from '../collection.ts';
import type { ApiCaller } from '../endpoint.ts';
import { ensure, ensureCount, ensureLength } from '../ensure.ts';
import { limits } from '../limits.ts';
import { flagOrNull, text, textOrNull, textsOrNull } from '../schemaParts.ts';
import { t } from '../../text/l10n.ts';

const urlEndpointSchema = v.looseObject({
  /** `default` is the built-in one, which cannot be deleted. */
  id: text,
  description: textOrNull,
  /** Ids of origins in the order in which they are asked. */
  origins: textsOrNull,
  /** After `https://ik.imagekit.io/<imagekit_id>/`; empty for the built-in one. */
  urlPrefix: textOrNull,
  urlRewriter: v.nullish(v.looseObject({ type: text, preserveAssetDeliveryTypes: flagOrNull })),
});

/** How an URL endpoint is set up; elsewhere in this project the word means its URL. */
export type UrlEndpointEntry = v.InferOutput<typeof urlEndpointSchema>;

export interface UrlEndpointParams {
  /** 1 to 1000 characters. */
  readonly description: string;
  /** At most 10 ids, the first one is asked first. */
  readonly origins?: readonly string[];
  /** At most 100 letters, digits and hyphens. */
  readonly urlPrefix?: string;
  readonly urlRewriter?:
    | { readonly type: 'CLOUDINARY'; readonly preserveAssetDeliveryTypes?: boolean }
    | { readonly type: 'IMGIX' | 'AKAMAI' };
}

/**
 * The account's URL endpoints (beta). An update replaces the whole.
 * Source: https://imagekit.io/docs/api-reference (URL endpoints)
 */
export type UrlEndpoints = Collection<UrlEndpointEntry, UrlEndpointParams, UrlEndpointParams>;

export function createUrlEndpoints(call: ApiCaller): UrlEndpoints {
  return createCollection(call, {
    path: '/v1/accounts/url-endpoints',
    updateMethod: 'PUT',
    what: 'URL endpoint',
    item: urlEndpointSchema,
    ensure: ({ description, origins = [], urlPrefix }: UrlEndpointParams) => {
      ensureLength(description, 'description', limits.urlEndpointDescription);
      ensureCount(origins, 'origins', limits.originsOfUrlEndpoint);
      ensureLength(urlPrefix, 'urlPrefix', limits.urlEndpointPrefix);
      ensure(
        urlPrefix === undefined || /^[A-Za-z0-9-]*$/.test(urlPrefix),
        'urlPrefix',
        t('"{urlPrefix}" cannot be part of a URL endpoint; use letters, digits and hyphens.', {
          urlPrefix,
        }),
      );
    },
  });
}
