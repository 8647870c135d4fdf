import type { Account } from '../account/account.ts';
import { liveFields } from '../account/customMetadata.ts';
import { QuerySyntaxError } from '../query/querySyntaxError.ts';
import { ApiError } from '../server/apiError.ts';
import { sendJson } from '../server/respond.ts';
import type { Handler } from '../server/router.ts';
import { normalizeFolder } from '../store/assetRow.ts';
import type { Condition, ListRequest } from '../store/listQuery.ts';
import { withoutVersions } from '../store/schema.ts';
import { assetJson } from './assetJson.ts';
import { compileSearch } from './compileSearch.ts';
import type { CompiledSearch } from './compileSearch.ts';

const maximumLimit = 1000;

const sortColumns: Readonly<Record<string, string>> = {
  NAME: 'name COLLATE NOCASE',
  CREATED: 'createdAt',
  UPDATED: 'updatedAt',
  HEIGHT: 'height',
  WIDTH: 'width',
  SIZE: 'size',
  // Without HAS in the query every hit is as good as the others: the newest is the best.
  RELEVANCE: 'updatedAt',
};

const typeConditions: Readonly<Record<string, string>> = {
  // The plus keeps SQLite from an index of kinds, which holds almost everything.
  file: `+kind = 'file' AND ${withoutVersions}`,
  'file-version': "kind = 'file-version'",
  folder: "kind = 'folder'",
  all: withoutVersions,
};

const fileTypeConditions: Readonly<Record<string, string>> = {
  all: '1',
  image: "(kind = 'folder' OR fileType = 'image')",
  'non-image': "(kind = 'folder' OR fileType = 'non-image')",
};

/** `GET /v1/files`: list and search. */
export function createListHandler(account: Account): Handler {
  const { library } = account;
  return (exchange) => {
    const found = library.rows.list(readListRequest(account, exchange.query));
    const urlEndpoint = library.urlEndpoint();
    sendJson(
      exchange,
      200,
      found.map((asset) => assetJson(asset, urlEndpoint)),
    );
  };
}

/** @throws {ApiError} 400 that names the parameter. */
export function readListRequest(account: Account, query: URLSearchParams): ListRequest {
  const sort = query.get('sort') || 'ASC_CREATED';
  const [, direction, column = ''] = /^(ASC|DESC)_([A-Z]+)$/.exec(sort) ?? [];
  const orderBy = sortColumns[column];
  if (orderBy === undefined) throw new ApiError(400, `The sort parameter is invalid: ${sort}.`);
  const search = readSearch(account, query.get('searchQuery'));
  return {
    conditions: [...readPlace(query), ...(search?.conditions ?? readFilters(query))],
    orderBy,
    ...(column === 'RELEVANCE' && search ? { relevantTo: search.words } : {}),
    descending: direction === 'DESC',
    skip: readInteger(query, 'skip', 0, 0, Number.MAX_SAFE_INTEGER),
    limit: readInteger(query, 'limit', maximumLimit, 1, maximumLimit),
  };
}

/** What counts with a search query and without. */
function readPlace(query: URLSearchParams): Condition[] {
  const fileType = pick(fileTypeConditions, 'fileType', query, 'all');
  const path = query.get('path');
  if (!path) return [fileType];
  return [fileType, { sql: 'folder = :listPath', values: { listPath: normalizeFolder(path) } }];
}

/** The service ignores type, tags and name beside a query; versions need to be asked for. */
function readSearch(
  { records }: Account,
  text: string | null,
): { conditions: Condition[]; words: string } | undefined {
  if (!text) return undefined;
  const types = liveFields(records.fields).map(({ name, schema }) => [name, schema.type] as const);
  let compiled: CompiledSearch;
  try {
    compiled = compileSearch(text, { now: Date.now(), customFields: new Map(types) });
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    throw new ApiError(400, `The searchQuery parameter is invalid: ${error.message}.`, {
      cause: error,
    });
  }
  const { condition, namesType, excludesVersions, words } = compiled;
  const sql = namesType ? (excludesVersions ? withoutVersions : '1') : typeConditions['file'];
  return { conditions: [condition, { sql: sql ?? '1', values: {} }], words };
}

function readFilters(query: URLSearchParams): Condition[] {
  const conditions = [pick(typeConditions, 'type', query, 'file')];
  const name = query.get('name');
  if (name) {
    // The first of the two is found in the index.
    const sql = 'name = :listName COLLATE NOCASE AND name = :listName';
    conditions.push({ sql, values: { listName: name } });
  }
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
