import { QuerySyntaxError } from './querySyntaxError.ts';
import { readQueryTokens } from './queryTokens.ts';
import type { QueryToken } from './queryTokens.ts';

export type QueryOperator = '=' | ':' | '<' | '<=' | '>' | '>=' | 'IN' | 'HAS' | 'EXISTS';

/** `field OP value`, with NOT before the operator when `negated`. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly field: QueryToken;
  readonly operator: QueryOperator;
  readonly negated: boolean;
  /** One value; several for IN, none for EXISTS. */
  readonly values: readonly QueryToken[];
}

interface Combination {
  readonly kind: 'AND' | 'OR';
  readonly parts: readonly QueryExpression[];
}

export type QueryExpression = Comparison | Combination;

const operators = ['<=', '>=', '=', ':', '<', '>', 'IN', 'HAS', 'EXISTS'] as const;
const maximumDepth = 50;

/**
 * Reads the language of `searchQuery` and of an upload's `checks`. `AND` binds tighter than `OR`.
 * @throws {QuerySyntaxError} when the text does not parse.
 */
export function parseQuery(text: string): QueryExpression {
  const parser = new Parser(readQueryTokens(text));
  const expression = parser.readChoice(0);
  parser.expectEnd();
  return expression;
}

class Parser {
  readonly #tokens: readonly QueryToken[];
  #at = 0;

  constructor(tokens: readonly QueryToken[]) {
    this.#tokens = tokens;
  }

  expectEnd(): void {
    const token = this.#tokens[this.#at];
    if (token !== undefined) throw new QuerySyntaxError(`unexpected ${token.text}`);
  }

  readChoice(depth: number): QueryExpression {
    return this.#readParts('OR', () => this.#readParts('AND', () => this.#readTerm(depth)));
  }

  #readParts(kind: 'AND' | 'OR', read: () => QueryExpression): QueryExpression {
    const first = read();
    const parts = [first];
    while (this.#take(kind)) parts.push(read());
    return parts.length === 1 ? first : { kind, parts };
  }

  #readTerm(depth: number): QueryExpression {
    if (!this.#take('(')) return this.#readComparison();
    if (depth >= maximumDepth) throw new QuerySyntaxError('too many parentheses');
    const inner = this.readChoice(depth + 1);
    if (!this.#take(')')) throw new QuerySyntaxError('a closing parenthesis is missing');
    return inner;
  }

  #readComparison(): Comparison {
    const field = this.#next();
    if (field.kind === 'symbol') throw new QuerySyntaxError(`unexpected ${field.text}`);
    const negated = this.#take('NOT');
    const operator = operators.find((each) => this.#take(each));
    if (operator === undefined) throw new QuerySyntaxError('an operator is missing');
    const base = { kind: 'comparison', field, operator, negated } as const;
    if (operator === 'EXISTS') return { ...base, values: [] };
    return { ...base, values: operator === 'IN' ? this.#readList() : [this.#next()] };
  }

  #readList(): QueryToken[] {
    if (!this.#take('[')) throw new QuerySyntaxError('IN needs a list in square brackets');
    const values: QueryToken[] = [];
    while (!this.#take(']')) {
      if (values.length > 0 && !this.#take(',')) {
        throw new QuerySyntaxError('a comma is missing in a list');
      }
      values.push(this.#next());
    }
    return values;
  }

  #next(): QueryToken {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new QuerySyntaxError('it ends too early');
    this.#at += 1;
    return token;
  }

  /** Takes the next token if it is that word or symbol. */
  #take(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'string' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }
}
