import { ApiError } from '../server/apiError.ts';
import type { Exchange } from '../server/exchange.ts';
import { sendJson } from '../server/respond.ts';
import type { Handler } from '../server/router.ts';
import { normalizeFolder } from '../store/assetRow.ts';
import type { Library } from '../store/library.ts';
import type { Condition, ListRequest } from '../store/libraryStore.ts';
import { assetJson } from './assetJson.ts';
import { compileSearch } from './searchQuery.ts';

const maximumLimit = 1000;

const sortColumns: Readonly<Record<string, string>> = {
  NAME: 'name COLLATE NOCASE',
  CREATED: 'createdAt',
  UPDATED: 'updatedAt',
  HEIGHT: 'height',
  WIDTH: 'width',
  SIZE: 'size',
  // There is no index of words here: the newest hit is taken as the most relevant.
  RELEVANCE: 'updatedAt',
};

const typeConditions: Readonly<Record<string, string>> = {
  file: "kind = 'file'",
  'file-version': "kind = 'file-version'",
  folder: "kind = 'folder'",
  all: "kind IN ('file', 'folder')",
};

const fileTypeConditions: Readonly<Record<string, string>> = {
  all: '1',
  image: "(kind = 'folder' OR fileType = 'image')",
  'non-image': "(kind = 'folder' OR fileType = 'non-image')",
};

/** `GET /v1/files`: list and search. */
export function createListHandler(library: Library): Handler {
  return (exchange) => {
    const found = library.rows.list(readListRequest(exchange));
    const urlEndpoint = library.urlEndpoint();
    sendJson(
      exchange,
      200,
      found.map((asset) => assetJson(asset, urlEndpoint)),
    );
  };
}

function readListRequest(exchange: Exchange): ListRequest {
  const { query } = exchange;
  const sort = query.get('sort') || 'ASC_CREATED';
  const order = /^(ASC|DESC)_([A-Z]+)$/.exec(sort);
  const orderBy = sortColumns[order?.[2] ?? ''];
  if (orderBy === undefined) throw new ApiError(400, `The sort parameter is invalid: ${sort}.`);
  return {
    conditions: readConditions(query),
    orderBy,
    descending: order?.[1] === 'DESC',
    skip: readInteger(query, 'skip', 0, 0, Number.MAX_SAFE_INTEGER),
    limit: readInteger(query, 'limit', maximumLimit, 1, maximumLimit),
  };
}

function readConditions(query: URLSearchParams): Condition[] {
  const conditions: Condition[] = [pick(fileTypeConditions, 'fileType', query, 'all')];
  const path = query.get('path');
  if (path) {
    conditions.push({ sql: 'folder = :listPath', values: { listPath: normalizeFolder(path) } });
  }
  const search = query.get('searchQuery');
  if (search) {
    // The service ignores type, tags and name beside a query; versions need to be asked for.
    const compiled = compileSearch(search, Date.now());
    conditions.push(compiled.condition);
    if (!compiled.fields.has('type')) conditions.push({ sql: "kind = 'file'", values: {} });
    return conditions;
  }
  conditions.push(pick(typeConditions, 'type', query, 'file'));
  const name = query.get('name');
  if (name) conditions.push({ sql: 'name = :listName', values: { listName: name } });
  const tags = query.get('tags');
  if (tags) {
    const wanted = JSON.stringify(tags.split(',').map((tag) => tag.trim()));
    conditions.push({
      sql: 'EXISTS (SELECT 1 FROM json_each(tags) WHERE value IN (SELECT value FROM json_each(:listTags)))',
      values: { listTags: wanted },
    });
  }
  return conditions;
}

function pick(
  table: Readonly<Record<string, string>>,
  name: string,
  query: URLSearchParams,
  fallback: string,
): Condition {
  const value = query.get(name) || fallback;
  const sql = table[value];
  if (sql === undefined) throw new ApiError(400, `The ${name} parameter is invalid: ${value}.`);
  return { sql, values: {} };
}

function readInteger(
  query: URLSearchParams,
  name: string,
  fallback: number,
  minimum: number,
  maximum: number,
): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw new ApiError(400, `The ${name} parameter is invalid: ${text}.`);
  }
  return value;
}
