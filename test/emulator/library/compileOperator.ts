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
      return field.kind === 'tags'
        ? compileTags(binder, values.map(String), holders())
        : compileList(field, holders());
    case 'HAS':
      return compileWords(binder, field, String(values[0]));
    case ':':
      return compilePrefix(field, holders());
    default:
      if (field.kind === 'place') return `isTakenIn(${field.column}, ${holders()})`;
      return compileComparison(field, operator, holders());
  }
}

function compileComparison({ column }: SearchField, operator: string, value: string): string {
  const exact = `${column} ${operator} ${value}`;
  return column === 'name' ? `(${inNameIndex(`name = ${value}`)} AND ${exact})` : exact;
}

/** The index of names does not know upper from lower case: it narrows what is compared exactly. */
function inNameIndex(condition: string): string {
  return `${condition} COLLATE NOCASE`;
}

function compileList(field: SearchField, holders: string): string {
  if (field.kind === 'list') return isAmong(field.column, 'value', holders);
  const exact = `${field.column} IN (${holders})`;
  return field.column === 'name' ? `(name COLLATE NOCASE IN (${holders}) AND ${exact})` : exact;
}

function isAmong(list: string, value: string, holders: string): string {
  return `EXISTS (SELECT 1 FROM json_each(${list}) WHERE ${value} IN (${holders}))`;
}

/** The index of words narrows what is compared exactly; a tag without a word is not in it. */
function compileTags(binder: SearchBinder, tags: readonly string[], holders: string): string {
  const exact = `(${isAmong('tags', 'value', holders)} OR ${isAmong('aiTags', "value ->> '$.name'", holders)})`;
  const phrases = tags.map((tag) => wordsOf(tag).join(' '));
  if (phrases.length === 0 || phrases.includes('')) return exact;
  const match = `tags : (${phrases.map((phrase) => `"${phrase}"`).join(' OR ')})`;
  return `(${matchWords(binder, match)} AND ${exact})`;
}

/** Begins with; a path begins with a whole folder name. */
function compilePrefix({ kind, column }: SearchField, value: string): string {
  const exact = `substr(${column}, 1, length(${value})) = ${value}`;
  if (column === 'name') {
    const range = [`name >= ${value}`, `name < ${value} || char(1114111)`].map(inNameIndex);
    return `(${range.join(' AND ')} AND ${exact})`;
  }
  if (kind !== 'path') return exact;
  return `(${value} = '/' OR ${column} = ${value} OR (${column} > ${value} || '/' AND ${column} < ${value} || '0'))`;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function matchWords(binder: SearchBinder, match: string): string {
  return `sequence IN (SELECT rowid FROM assetWords WHERE assetWords MATCH ${binder.bind(match)})`;
}

/** Every word must be there, whatever its case; the last one may be the start of a word. */
function compileWords(binder: SearchBinder, field: SearchField, text: string): string {
  const tokens = wordsOf(text);
  if (tokens.length === 0) return '0';
  if (field.words !== undefined) {
    const terms = tokens.map(
      (token, index) => `"${token}"${index === tokens.length - 1 ? '*' : ''}`,
    );
    const match = `${field.words} : (${terms.join(' AND ')})`;
    binder.words.push(match);
    return matchWords(binder, match);
  }
  // Everything but letters and digits becomes a space, so that a word is what lies between two.
  const spaced = `' ' || words(${field.column}) || ' '`;
  const parts = tokens.map((token, index) => {
    const needle = binder.bind(index === tokens.length - 1 ? ` ${token}` : ` ${token} `);
    return `instr(${spaced}, ${needle}) > 0`;
  });
  return `(${parts.join(' AND ')})`;
}
