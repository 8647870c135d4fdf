import { ApiError } from '../server/apiError.ts';
import { readJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import { sendEmpty, sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import type { Identified, Records } from '../store/records.ts';

export interface Crud<T extends Identified> {
  /** `/v1/saved-extensions`. */
  readonly path: string;
  /** `saved extension`, for messages. */
  readonly noun: string;
  readonly records: Records<T>;
  /** PATCH changes members, PUT replaces the object. */
  readonly changeMethod: 'PATCH' | 'PUT';
  readonly create: (body: JsonObject, id: string) => T;
  readonly change: (before: T, body: JsonObject) => T;
  readonly newId: () => string;
  /** Throws when the object has to stay. */
  readonly checkDelete?: (value: T) => void;
}

/** List, create, get, change and delete for a small list of objects. */
export function crudRoutes<T extends Identified>(crud: Crud<T>): Route[] {
  const { path, noun, records } = crud;
  const require = (id = ''): T => {
    const found = records.get(id);
    if (found === undefined) throw new ApiError(404, `The ${noun} does not exist.`);
    return found;
  };
  return [
    {
      method: 'GET',
      pattern: path,
      handle: (exchange) => {
        sendJson(exchange, 200, records.all());
      },
    },
    {
      method: 'POST',
      pattern: path,
      handle: async (exchange) => {
        const created = crud.create(await readJsonObject(exchange), crud.newId());
        records.put(created);
        sendJson(exchange, 201, created);
      },
    },
    {
      method: 'GET',
      pattern: `${path}/:id`,
      handle: (exchange) => {
        sendJson(exchange, 200, require(exchange.parameters['id']));
      },
    },
    {
      method: crud.changeMethod,
      pattern: `${path}/:id`,
      handle: async (exchange) => {
        const before = require(exchange.parameters['id']);
        const changed = crud.change(before, await readJsonObject(exchange));
        records.put(changed);
        sendJson(exchange, 200, changed);
      },
    },
    {
      method: 'DELETE',
      pattern: `${path}/:id`,
      handle: (exchange) => {
        const found = require(exchange.parameters['id']);
        crud.checkDelete?.(found);
        records.delete(found.id);
        sendEmpty(exchange, 204);
      },
    },
  ];
}
