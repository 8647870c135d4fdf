import type { QueryOperator } from '../query/parseQuery.ts';
import type { QueryToken } from '../query/queryTokens.ts';
import {
  readBoolean,
  readDate,
  readNumberOrSize,
  readScalar,
  readText,
} from '../query/queryValues.ts';
import { normalizeFolder } from '../store/assetRow.ts';
import type { SearchField, SearchKind } from './searchFields.ts';
import { readArea } from '../query/places.ts';

/** What the SQL of a comparison is made with. */
export interface SearchBinder {
  /** Unix milliseconds. */
  readonly now: number;
  /** What is looked for in the word index. */
  readonly words: string[];
  /** Adds an SQL value. @returns its placeholder. */
  bind(value: string | number): string;
}

type Reader = (token: QueryToken, now: number) => string | number;

const readers: Readonly<Record<SearchKind, Reader>> = {
  text: readText,
  tags: readText,
  path: (token) => normalizeFolder(readText(token)),
  number: readNumberOrSize,
  date: readDate,
  boolean: (token) => Number(readBoolean(token)),
  scalar: scalar,
  list: scalar,
  place: (token) => JSON.stringify(readArea(readText(token))),
};

function scalar(token: QueryToken): string | number {
  const value = readScalar(token);
  // JSON truth values come out of SQLite as 1 and 0.
  return typeof value === 'boolean' ? Number(value) : value;
}

/** The SQL of `field OP values`, without NOT. */
export function compileOperator(
  binder: SearchBinder,
  field: SearchField,
  operator: QueryOperator,
  tokens: readonly QueryToken[],
): string {
  const values = tokens.map((token) => readers[field.kind](token, binder.now));
  const holders = (): string => values.map((value) => binder.bind(value)).join(', ');
  switch (operator) {
    case 'EXISTS':
      return `${field.column} IS NOT NULL`;
    case 'IN':
      return compileList(field, holders());
    case 'HAS':
      return compileWords(binder, field, String(values[0]));
    case ':':
      return compilePrefix(field, holders());
    default:
      if (field.kind === 'place') return `isTakenIn(${field.column}, ${holders()})`;
      return `${field.column} ${operator} ${holders()}`;
  }
}

function compileList(field: SearchField, holders: string): string {
  const among = (list: string, value: string): string =>
    `EXISTS (SELECT 1 FROM json_each(${list}) WHERE ${value} IN (${holders}))`;
  if (field.kind === 'list') return among(field.column, 'value');
  if (field.kind !== 'tags') return `${field.column} IN (${holders})`;
  return `(${among('tags', 'value')} OR ${among('aiTags', "value ->> '$.name'")})`;
}

/** Begins with; a path begins with a whole folder name. */
function compilePrefix({ kind, column }: SearchField, value: string): string {
  if (kind !== 'path') return `substr(${column}, 1, length(${value})) = ${value}`;
  return `(${value} = '/' OR ${column} = ${value} OR (${column} > ${value} || '/' AND ${column} < ${value} || '0'))`;
}

/** Every word must be there, whatever its case; the last one may be the start of a word. */
function compileWords(binder: SearchBinder, field: SearchField, text: string): string {
  const tokens = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (tokens.length === 0) return '0';
  if (field.words !== undefined) {
    const terms = tokens.map(
      (token, index) => `"${token}"${index === tokens.length - 1 ? '*' : ''}`,
    );
    const match = `${field.words} : (${terms.join(' AND ')})`;
    binder.words.push(match);
    const holder = binder.bind(match);
    return `sequence IN (SELECT rowid FROM assetWords WHERE assetWords MATCH ${holder})`;
  }
  // Everything but letters and digits becomes a space, so that a word is what lies between two.
  const spaced = `' ' || words(${field.column}) || ' '`;
  const parts = tokens.map((token, index) => {
    const needle = binder.bind(index === tokens.length - 1 ? ` ${token}` : ` ${token} `);
    return `instr(${spaced}, ${needle}) > 0`;
  });
  return `(${parts.join(' AND ')})`;
}
