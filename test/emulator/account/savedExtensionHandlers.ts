import * as v from 'valibot';
import { ApiError } from '../server/apiError.ts';
import { parseWith } from '../server/parseWith.ts';
import type { Route } from '../server/router.ts';
import { newId } from '../store/libraryStore.ts';
import type { Account } from './account.ts';
import { crudRoutes } from './crudRoutes.ts';
import { extensionConfig } from './extensionSchemas.ts';

const maximumCount = 100;

const text = v.pipe(v.string(), v.minLength(1));
const creation = v.object({ name: text, description: text, config: extensionConfig });
const change = v.object({
  name: v.exactOptional(text),
  description: v.exactOptional(text),
  config: v.exactOptional(extensionConfig),
});

export function savedExtensionRoutes({ records: { savedExtensions } }: Account): Route[] {
  return crudRoutes({
    path: '/v1/saved-extensions',
    noun: 'saved extension',
    records: savedExtensions,
    changeMethod: 'PATCH',
    newId,
    create: (body, id) => {
      const fields = parseWith(creation, body);
      if (savedExtensions.all().length >= maximumCount) {
        throw new ApiError(400, 'An account can have 100 saved extensions at most.');
      }
      const now = new Date().toISOString();
      return { id, ...fields, createdAt: now, updatedAt: now };
    },
    change: (before, body) => ({
      ...before,
      ...parseWith(change, body),
      updatedAt: new Date().toISOString(),
    }),
  });
}
