import type { Condition } from '../store/libraryStore.ts';
import { compileComparison } from './searchComparison.ts';
import { SearchReader } from './searchReader.ts';
import { badQuery, readSearchTokens } from './searchTokens.ts';

export interface CompiledSearch {
  readonly condition: Condition;
  /** The fields that the query names. */
  readonly fields: ReadonlySet<string>;
}

/**
 * Compiles a search query to SQL. `AND` binds tighter than `OR`.
 * @param now Unix milliseconds.
 * @throws {ApiError} 400 when the query does not parse.
 */
export function compileSearch(query: string, now: number): CompiledSearch {
  const reader = new SearchReader(readSearchTokens(query), now);
  const sql = compileChoice(reader);
  if (!reader.done) throw badQuery(`unexpected ${reader.next().text}`);
  return { condition: { sql, values: reader.values }, fields: reader.fields };
}

function compileChoice(reader: SearchReader): string {
  const parts = [compileSequence(reader)];
  while (reader.take('OR')) parts.push(compileSequence(reader));
  return parts.length === 1 ? parts.join('') : `(${parts.join(' OR ')})`;
}

function compileSequence(reader: SearchReader): string {
  const parts = [compileTerm(reader)];
  while (reader.take('AND')) parts.push(compileTerm(reader));
  return parts.join(' AND ');
}

function compileTerm(reader: SearchReader): string {
  if (!reader.take('(')) return compileComparison(reader);
  const inner = compileChoice(reader);
  if (!reader.take(')')) throw badQuery('a closing parenthesis is missing');
  return `(${inner})`;
}
