import type { SQLInputValue } from 'node:sqlite';
import { badQuery } from './searchTokens.ts';
import type { SearchToken } from './searchTokens.ts';

/** Reads tokens one after the other and collects the SQL values. */
export class SearchReader {
  readonly values: Record<string, SQLInputValue> = {};
  readonly fields = new Set<string>();
  readonly now: number;
  readonly #tokens: readonly SearchToken[];
  #at = 0;

  constructor(tokens: readonly SearchToken[], now: number) {
    this.#tokens = tokens;
    this.now = now;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  next(): SearchToken {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw badQuery('it ends too early');
    this.#at += 1;
    return token;
  }

  /** Takes the next token if it is that word or symbol. */
  take(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'string' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  /** Adds an SQL value. @returns its placeholder. */
  bind(value: SQLInputValue): string {
    const name = `search${String(Object.keys(this.values).length)}`;
    this.values[name] = value;
    return `:${name}`;
  }
}
