import type { SQLInputValue } from 'node:sqlite';

/** A SQL condition with its named values. */
export interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, SQLInputValue>>;
}
