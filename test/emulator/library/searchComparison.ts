import { searchFields } from './searchFields.ts';
import type { SearchField } from './searchFields.ts';
import type { SearchReader } from './searchReader.ts';
import { badQuery } from './searchTokens.ts';
import { readSearchValue } from './searchValues.ts';

const symbols = ['<=', '>=', '=', ':', '<', '>'] as const;
const words = ['IN', 'HAS', 'EXISTS'] as const;

/** One `field OP value`. */
export function compileComparison(reader: SearchReader): string {
  const name = reader.next().text;
  const field = Object.hasOwn(searchFields, name) ? searchFields[name] : undefined;
  if (field === undefined) throw badQuery(`${name} is not a field`);
  reader.fields.add(name);
  const operator = readOperator(reader);
  if (!field.operators.includes(operator)) throw badQuery(`${name} does not take ${operator}`);
  const negated = operator.startsWith('NOT ');
  const sql = compileOperator(reader, field, negated ? operator.slice(4) : operator);
  return negated ? `NOT COALESCE(${sql}, 0)` : sql;
}

function readOperator(reader: SearchReader): string {
  const negation = reader.take('NOT') ? 'NOT ' : '';
  const found = [...symbols, ...words].find((text) => reader.take(text));
  if (found === undefined) throw badQuery('an operator is missing');
  return negation + found;
}

function compileOperator(reader: SearchReader, field: SearchField, operator: string): string {
  switch (operator) {
    case 'EXISTS':
      return `${field.column} IS NOT NULL`;
    case 'IN':
      return compileList(reader, field);
    case 'HAS':
      return compileWords(reader, field);
    case ':':
      return compilePrefix(reader, field);
    default:
      return `${field.column} ${operator} ${bindValue(reader, field)}`;
  }
}

function bindValue(reader: SearchReader, field: SearchField): string {
  return reader.bind(readSearchValue(field.kind, reader.next(), reader.now));
}

function compileList(reader: SearchReader, field: SearchField): string {
  if (!reader.take('[')) throw badQuery('IN needs a list in square brackets');
  const holders: string[] = [];
  while (!reader.take(']')) {
    if (holders.length > 0 && !reader.take(',')) throw badQuery('a comma is missing in a list');
    holders.push(bindValue(reader, field));
  }
  if (field.kind !== 'tags') return `${field.column} IN (${holders.join(', ')})`;
  return `(EXISTS (SELECT 1 FROM json_each(tags) WHERE value IN (${holders.join(', ')}))
    OR EXISTS (SELECT 1 FROM json_each(aiTags) WHERE json_extract(value, '$.name') IN (${holders.join(', ')})))`;
}

/** Begins with; a path begins with a whole folder name. */
function compilePrefix(reader: SearchReader, field: SearchField): string {
  const value = bindValue(reader, field);
  if (field.kind !== 'path') return `substr(${field.column}, 1, length(${value})) = ${value}`;
  const below = `(CASE ${value} WHEN '/' THEN '/' ELSE ${value} || '/' END)`;
  return `(folder = ${value} OR substr(folder, 1, length(${below})) = ${below})`;
}

/** Every word must be there, whatever its case; the last one may be the start of a word. */
function compileWords(reader: SearchReader, field: SearchField): string {
  const text = String(readSearchValue(field.kind, reader.next(), reader.now));
  const tokens = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (tokens.length === 0) return '0';
  // Everything but letters and digits becomes a space, so that a word is what lies between two.
  const spaced = `' ' || words(${field.column}) || ' '`;
  const parts = tokens.map((token, index) => {
    const needle = reader.bind(index === tokens.length - 1 ? ` ${token}` : ` ${token} `);
    return `instr(${spaced}, ${needle}) > 0`;
  });
  return `(${parts.join(' AND ')})`;
}
