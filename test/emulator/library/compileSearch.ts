import type { SQLInputValue } from 'node:sqlite';
import { parseQuery } from '../query/parseQuery.ts';
import type { Comparison, QueryExpression } from '../query/parseQuery.ts';
import { QuerySyntaxError } from '../query/querySyntaxError.ts';
import type { QueryToken } from '../query/queryTokens.ts';
import type { Condition } from '../store/listQuery.ts';
import { compileOperator } from './compileOperator.ts';
import type { SearchBinder } from './compileOperator.ts';
import { customField, embeddedFields, plainFields } from './searchFields.ts';
import type { FieldType, SearchField } from './searchFields.ts';

export interface SearchContext {
  /** Unix milliseconds. */
  readonly now: number;
  /** The types of the account's custom metadata fields by name. */
  readonly customFields: ReadonlyMap<string, FieldType>;
}

export interface CompiledSearch {
  readonly condition: Condition;
  /** Whether the query says which types it is about. */
  readonly namesType: boolean;
  /** Whether its results cannot be older versions, which lets them be found in an index. */
  readonly excludesVersions: boolean;
  /** What the query looks for in the word index, joined by OR; empty without HAS. */
  readonly words: string;
}

/**
 * Compiles a search query to SQL.
 * @throws {QuerySyntaxError} when the query does not parse or names what does not exist.
 */
export function compileSearch(query: string, context: SearchContext): CompiledSearch {
  const compiler = new SearchCompiler(context);
  const expression = parseQuery(query);
  const sql = compiler.compile(expression);
  const needed = expression.kind === 'AND' ? expression.parts : [expression];
  return {
    condition: { sql, values: compiler.values },
    namesType: compiler.fields.has('type'),
    excludesVersions: needed.some(isAboutCurrent),
    words: compiler.words.map((match) => `(${match})`).join(' OR '),
  };
}

function isAboutCurrent(expression: QueryExpression): boolean {
  return (
    expression.kind === 'comparison' &&
    expression.field.text === 'type' &&
    !expression.negated &&
    expression.values.every(({ text }) => text !== 'file-version')
  );
}

/** Collects the SQL values of one query. */
class SearchCompiler implements SearchBinder {
  readonly values: Record<string, SQLInputValue> = {};
  readonly fields = new Set<string>();
  readonly words: string[] = [];
  readonly now: number;
  readonly #customFields: ReadonlyMap<string, FieldType>;

  constructor(context: SearchContext) {
    this.now = context.now;
    this.#customFields = context.customFields;
  }

  bind(value: SQLInputValue): string {
    const name = `search${String(Object.keys(this.values).length)}`;
    this.values[name] = value;
    return `:${name}`;
  }

  compile(expression: QueryExpression): string {
    if (expression.kind === 'comparison') return this.#compileComparison(expression);
    return `(${expression.parts.map((part) => this.compile(part)).join(` ${expression.kind} `)})`;
  }

  #compileComparison(comparison: Comparison): string {
    const field = this.#findField(comparison.field);
    const written = `${comparison.negated ? 'NOT ' : ''}${comparison.operator}`;
    if (!field.operators.includes(written)) {
      throw new QuerySyntaxError(`${comparison.field.text} does not take ${written}`);
    }
    const sql = compileOperator(this, field, comparison.operator, comparison.values);
    return comparison.negated ? `NOT COALESCE(${sql}, 0)` : sql;
  }

  /** Metadata names are in double quotes, all others are bare. */
  #findField({ kind, text }: QueryToken): SearchField {
    if (kind !== 'string') {
      const field = Object.hasOwn(plainFields, text) ? plainFields[text] : undefined;
      if (field === undefined) throw new QuerySyntaxError(`${text} is not a field`);
      this.fields.add(text);
      return field;
    }
    const [prefix, name = ''] = text.split(/\.(.*)/s);
    if (prefix === 'embeddedMetadata' && Object.hasOwn(embeddedFields, name)) {
      const field = embeddedFields[name];
      if (field !== undefined) return field;
    }
    const type = prefix === 'customMetadata' ? this.#customFields.get(name) : undefined;
    if (type === undefined) throw new QuerySyntaxError(`"${text}" is not a field`);
    return customField(type, this.bind(`$."${name}"`));
  }
}
