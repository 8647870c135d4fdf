import * as v from 'valibot';
import { createCollection, type Collection } from '../collection.ts';
import type { ApiCaller } from '../endpoint.ts';
import { ensure, ensureLength } from '../ensure.ts';
import { limits } from '../limits.ts';
import { flagOrNull, text, textOrNull } from '../schemaParts.ts';
import { t } from '../../text/l10n.ts';

/** What the members of an origin are by its type; its keys and passwords are never given back. */
const originSchema = v.looseObject({
  id: text,
  name: text,
  type: text,
  includeCanonicalHeader: flagOrNull,
  baseUrlForCanonicalHeader: textOrNull,
  bucket: textOrNull,
  prefix: textOrNull,
  endpoint: textOrNull,
  s3ForcePathStyle: flagOrNull,
  useIAMRole: flagOrNull,
  baseUrl: textOrNull,
  forwardHostHeaderToOrigin: flagOrNull,
  clientEmail: textOrNull,
  container: textOrNull,
  accountName: textOrNull,
});

export type Origin = v.InferOutput<typeof originSchema>;

interface CommonOriginParams {
  /** 1 to 100 letters, digits and spaces. */
  readonly name: string;
  readonly includeCanonicalHeader?: boolean;
  readonly baseUrlForCanonicalHeader?: string;
}

interface BucketParams extends CommonOriginParams {
  readonly bucket: string;
  /** Empty beside `useIAMRole`. */
  readonly accessKey: string;
  /** Empty beside `useIAMRole`. */
  readonly secretKey: string;
  readonly prefix?: string;
}

export type OriginParams =
  | (BucketParams & { readonly type: 'S3' | 'CLOUDINARY_BACKUP'; readonly useIAMRole?: boolean })
  | (BucketParams & {
      readonly type: 'S3_COMPATIBLE';
      readonly endpoint: string;
      readonly s3ForcePathStyle?: boolean;
    })
  | (CommonOriginParams & {
      readonly type: 'WEB_FOLDER';
      readonly baseUrl: string;
      readonly forwardHostHeaderToOrigin?: boolean;
    })
  | (CommonOriginParams & { readonly type: 'WEB_PROXY' })
  | (CommonOriginParams & {
      readonly type: 'GCS';
      readonly bucket: string;
      readonly clientEmail: string;
      readonly privateKey: string;
      readonly prefix?: string;
    })
  | (CommonOriginParams & {
      readonly type: 'AZURE_BLOB';
      readonly container: string;
      readonly accountName: string;
      readonly sasToken: string;
      readonly prefix?: string;
    })
  | (CommonOriginParams & {
      readonly type: 'AKENEO_PIM';
      readonly baseUrl: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly username: string;
      readonly password: string;
    });

/**
 * Where ImageKit fetches what its library does not hold (beta). An update replaces the whole
 * origin, so it needs the keys again. Source: https://imagekit.io/docs/api-reference (Origins)
 */
export type Origins = Collection<Origin, OriginParams, OriginParams>;

export function createOrigins(call: ApiCaller): Origins {
  return createCollection(call, {
    path: '/v1/accounts/origins',
    updateMethod: 'PUT',
    what: 'origin',
    item: originSchema,
    ensure: ({ name }: OriginParams) => {
      ensureLength(name, 'name', limits.originName);
      ensure(
        /^[\p{L}\p{M}\p{N} ]+$/u.test(name),
        'name',
        t('"{name}" cannot name an origin; use letters, digits and spaces.', { name }),
      );
    },
  });
}
