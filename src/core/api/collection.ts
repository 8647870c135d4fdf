import * as v from 'valibot';
import type { RequestOptions } from './apiRequest.ts';
import { endpoint, nothing, type ApiCaller } from './endpoint.ts';

/** A small set of things of an account that comes whole, not in pages. */
export interface Collection<Item, CreateParams, UpdateParams> {
  list(options?: RequestOptions): Promise<Item[]>;
  create(params: CreateParams, options?: RequestOptions): Promise<Item>;
  get(id: string, options?: RequestOptions): Promise<Item>;
  update(id: string, params: UpdateParams, options?: RequestOptions): Promise<Item>;
  delete(id: string, options?: RequestOptions): Promise<void>;
}

export interface CollectionDefinition<Schema, CreateParams, UpdateParams> {
  /** Of the list; an item has `/{id}` after it. */
  readonly path: `/${string}`;
  /** `PATCH` changes the given members, `PUT` replaces the whole. */
  readonly updateMethod: 'PATCH' | 'PUT';
  readonly what: string;
  readonly item: Schema;
  /** Throws `invalidInput` for what the service would refuse. */
  readonly ensure: (params: CreateParams | UpdateParams) => void;
}

export function createCollection<
  Schema extends v.GenericSchema,
  CreateParams extends object,
  UpdateParams extends object,
>(
  call: ApiCaller,
  {
    path,
    updateMethod,
    what,
    item,
    ensure,
  }: CollectionDefinition<Schema, CreateParams, UpdateParams>,
): Collection<v.InferOutput<Schema>, CreateParams, UpdateParams> {
  const ofItem = `${path}/{id}` as const;
  const list = endpoint('GET', path, `list of ${what}s`, v.array(item));
  const create = endpoint('POST', path, what, item);
  const get = endpoint('GET', ofItem, what, item);
  const update = endpoint(updateMethod, ofItem, what, item);
  const remove = endpoint('DELETE', ofItem, what, nothing);
  return {
    list: ({ signal } = {}) => call(list, { signal }),
    async create(params, { signal } = {}) {
      ensure(params);
      return call(create, { body: params, signal });
    },
    get: (id, { signal } = {}) => call(get, { path: { id }, signal }),
    async update(id, params, { signal } = {}) {
      ensure(params);
      return call(update, { path: { id }, body: params, signal });
    },
    delete: (id, { signal } = {}) => call(remove, { path: { id }, signal }),
  };
}
