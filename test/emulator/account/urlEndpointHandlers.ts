import * as v from 'valibot';
import { ApiError } from '../server/apiError.ts';
import { parseWith } from '../server/parseWith.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import type { Route } from '../server/router.ts';
import { newId } from '../store/libraryStore.ts';
import type { Account } from './account.ts';
import { crudRoutes } from './crudRoutes.ts';
import type { AccountRecords, UrlEndpoint } from './records.ts';

const builtIn: UrlEndpoint = {
  id: 'default',
  description: 'Default URL endpoint',
  urlPrefix: '',
  origins: [],
};

const schema = v.object({
  description: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  urlPrefix: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Za-z0-9-]{0,100}$/, 'must be at most 100 letters, digits and hyphens'),
    ),
    '',
  ),
  origins: v.optional(v.pipe(v.array(v.string()), v.maxLength(10)), []),
  urlRewriter: v.optional(
    v.variant('type', [
      v.object({
        type: v.literal('CLOUDINARY'),
        preserveAssetDeliveryTypes: v.optional(v.boolean(), false),
      }),
      v.object({ type: v.literal('IMGIX') }),
      v.object({ type: v.literal('AKAMAI') }),
    ]),
  ),
});

/** The endpoint that every account has. */
export function ensureDefaultEndpoint({ urlEndpoints }: AccountRecords): void {
  if (urlEndpoints.get(builtIn.id) === undefined) urlEndpoints.put(builtIn);
}

export function urlEndpointRoutes({ records }: Account): Route[] {
  const read = (body: JsonObject, id: string): UrlEndpoint => {
    const { urlRewriter, ...fields } = parseWith(schema, body);
    checkPrefix(records, fields.urlPrefix, id);
    const unknown = fields.origins.find((origin) => records.origins.get(origin) === undefined);
    if (unknown !== undefined) throw new ApiError(400, `The origin ${unknown} does not exist.`);
    return { id, ...fields, ...(urlRewriter === undefined ? {} : { urlRewriter }) };
  };
  return crudRoutes({
    path: '/v1/accounts/url-endpoints',
    noun: 'URL endpoint',
    records: records.urlEndpoints,
    changeMethod: 'PUT',
    newId,
    create: read,
    change: ({ id }, body) => read(body, id),
    checkDelete: ({ id }) => {
      if (id === builtIn.id) throw new ApiError(400, 'The default URL endpoint cannot be deleted.');
    },
  });
}

function checkPrefix({ urlEndpoints }: AccountRecords, prefix: string, id: string): void {
  const isDefault = id === builtIn.id;
  if ((prefix === '') !== isDefault) {
    throw new ApiError(
      400,
      'The empty urlPrefix belongs to the default URL endpoint, and only to it.',
    );
  }
  if (urlEndpoints.all().some((each) => each.urlPrefix === prefix && each.id !== id)) {
    throw new ApiError(400, `The urlPrefix ${prefix} is taken already.`);
  }
}
