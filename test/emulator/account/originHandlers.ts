import { ApiError } from '../server/apiError.ts';
import { parseWith } from '../server/parseWith.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import type { Route } from '../server/router.ts';
import { newId } from '../store/libraryStore.ts';
import type { Account } from './account.ts';
import { crudRoutes } from './crudRoutes.ts';
import { originSchema, secretMembers } from './originSchemas.ts';
import type { Origin } from './records.ts';

export function originRoutes({ records: { origins, urlEndpoints } }: Account): Route[] {
  return crudRoutes({
    path: '/v1/accounts/origins',
    noun: 'origin',
    records: origins,
    changeMethod: 'PUT',
    newId,
    create: (body, id) => readOrigin(body, id),
    change: ({ id }, body) => readOrigin(body, id),
    checkDelete: ({ id }) => {
      const used = urlEndpoints.all().find((endpoint) => endpoint.origins.includes(id));
      if (used === undefined) return;
      throw new ApiError(400, `The origin is used by the URL endpoint ${used.description}.`);
    },
  });
}

function readOrigin(body: JsonObject, id: string): Origin {
  const { type, name, ...rest } = parseWith(originSchema, body);
  const told = Object.entries(rest).filter(([member]) => !secretMembers.has(member));
  return { id, type, name, ...Object.fromEntries(told) };
}
