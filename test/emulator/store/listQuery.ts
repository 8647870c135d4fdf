import type { SQLInputValue } from 'node:sqlite';
import { listedColumns } from './rowCodec.ts';

/** A SQL condition with its named values. */
export interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, SQLInputValue>>;
}

export interface ListRequest {
  readonly conditions: readonly Condition[];
  /** An SQL expression over the table's columns. */
  readonly orderBy: string;
  readonly descending: boolean;
  /** A query of the word index; its best matches come last, or first when descending. */
  readonly relevantTo?: string;
  readonly skip: number;
  readonly limit: number;
}

/** The query of one page. */
export function listQuery(request: ListRequest): Condition {
  const { conditions, orderBy, descending, relevantTo = '', skip, limit } = request;
  const where = conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1';
  const direction = descending ? 'DESC' : 'ASC';
  const order = `${orderBy} ${direction}, sequence ${direction} LIMIT :limit OFFSET :skip`;
  const values = Object.assign({ limit, skip }, ...conditions.map((each) => each.values));
  if (relevantTo === '') {
    return { sql: `SELECT ${listedColumns} FROM asset WHERE ${where} ORDER BY ${order}`, values };
  }
  return {
    // The smaller a rank, the better the match.
    sql: `WITH ranks AS MATERIALIZED (
        SELECT rowid AS ranked, -rank AS relevance FROM assetWords
        WHERE assetWords MATCH :relevantTo
      )
      SELECT ${listedColumns} FROM asset LEFT JOIN ranks ON ranked = sequence
      WHERE ${where} ORDER BY relevance ${direction}, ${order}`,
    values: { ...values, relevantTo },
  };
}
