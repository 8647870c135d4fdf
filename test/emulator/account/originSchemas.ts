import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
/** May be empty where an IAM role stands in for keys. */
const key = v.string();
const url = v.pipe(v.string(), v.url());
const prefix = v.optional(v.string(), '');
const off = v.optional(v.boolean(), false);

const common = {
  name: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9 ]{1,100}$/, 'must be at most 100 letters, digits and spaces'),
  ),
  includeCanonicalHeader: off,
  baseUrlForCanonicalHeader: v.optional(url),
};
const bucket = { ...common, bucket: text, accessKey: key, secretKey: key, prefix };
const roleOrKeys = { ...bucket, useIAMRole: off };

const hasKeys = ({ useIAMRole = false, accessKey = '', secretKey = '' }: Keys): boolean =>
  useIAMRole || (accessKey !== '' && secretKey !== '');

interface Keys {
  readonly useIAMRole?: boolean;
  readonly accessKey?: string;
  readonly secretKey?: string;
}

/** The origins of each type as they are sent. */
export const originSchema = v.pipe(
  v.variant('type', [
    v.object({ type: v.literal('S3'), ...roleOrKeys }),
    v.object({
      type: v.literal('S3_COMPATIBLE'),
      ...bucket,
      endpoint: url,
      s3ForcePathStyle: off,
    }),
    v.object({ type: v.literal('CLOUDINARY_BACKUP'), ...roleOrKeys }),
    v.object({
      type: v.literal('WEB_FOLDER'),
      ...common,
      baseUrl: url,
      forwardHostHeaderToOrigin: off,
    }),
    v.object({ type: v.literal('WEB_PROXY'), ...common }),
    v.object({
      type: v.literal('GCS'),
      ...common,
      bucket: text,
      clientEmail: text,
      privateKey: text,
      prefix,
    }),
    v.object({
      type: v.literal('AZURE_BLOB'),
      ...common,
      container: text,
      accountName: text,
      sasToken: text,
      prefix,
    }),
    v.object({
      type: v.literal('AKENEO_PIM'),
      ...common,
      baseUrl: url,
      clientId: text,
      clientSecret: text,
      username: text,
      password: text,
    }),
  ]),
  v.check(
    (origin) => !('accessKey' in origin) || hasKeys(origin),
    'accessKey and secretKey are required',
  ),
);

/** Members that are accepted and never told again. */
export const secretMembers: ReadonlySet<string> = new Set([
  'accessKey',
  'secretKey',
  'privateKey',
  'sasToken',
  'clientId',
  'clientSecret',
  'username',
  'password',
]);
