import * as v from 'valibot';
import { ApiError } from '../server/apiError.ts';
import { parseWith } from '../server/parseWith.ts';
import type { Route } from '../server/router.ts';
import { newId } from '../store/libraryStore.ts';
import type { Account } from './account.ts';
import { crudRoutes } from './crudRoutes.ts';

const maximumCount = 250;

const name = v.pipe(v.string(), v.regex(/^\w+$/, 'must be letters, digits and underscores'));
const transformation = v.pipe(v.string(), v.minLength(1));
const creation = v.object({ name, transformation, enabled: v.optional(v.boolean(), true) });
const change = v.object({
  name: v.exactOptional(name),
  transformation: v.exactOptional(transformation),
  enabled: v.exactOptional(v.boolean()),
});

export function namedTransformationRoutes({ records, settings }: Account): Route[] {
  const { namedTransformations } = records;
  const checkName = (wanted: string, id: string): void => {
    if (namedTransformations.all().some((each) => each.name === wanted && each.id !== id)) {
      throw new ApiError(400, 'A named transformation with this name already exists.');
    }
  };
  const checkUnused = (used: string): void => {
    const token = new RegExp(`(^|[,:])n-${used}($|[,:])`);
    if (settings.values.uploadTransformations.some((each) => token.test(each))) {
      throw new ApiError(409, `The named transformation ${used} is used by the upload settings.`);
    }
  };
  return crudRoutes({
    path: '/v1/named-transformations',
    noun: 'named transformation',
    records: namedTransformations,
    changeMethod: 'PATCH',
    newId,
    create: (body, id) => {
      const fields = parseWith(creation, body);
      checkName(fields.name, id);
      if (namedTransformations.all().length >= maximumCount) {
        throw new ApiError(400, 'An account can have 250 named transformations at most.');
      }
      return { id, ...fields, createdAt: new Date().toISOString() };
    },
    change: (before, body) => {
      const changed = { ...before, ...parseWith(change, body) };
      checkName(changed.name, before.id);
      if (changed.name !== before.name || (before.enabled && !changed.enabled)) {
        checkUnused(before.name);
      }
      return changed;
    },
    checkDelete: ({ name: used }) => checkUnused(used),
  });
}
