import { ApiError } from '../server/apiError.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import type { MediaFacts } from '../store/assetRow.ts';
import { parseQuery } from '../query/parseQuery.ts';
import type { Comparison, QueryExpression } from '../query/parseQuery.ts';
import { QuerySyntaxError } from '../query/querySyntaxError.ts';
import type { QueryToken } from '../query/queryTokens.ts';
import { readNumberOrSize, readScalar } from '../query/queryValues.ts';
import type { UploadFields } from './uploadFields.ts';

/** What the conditions of `checks` look at, by the documented names. */
export type CheckValues = ReadonlyMap<string, unknown>;

const orders: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

export function checkValues(fields: UploadFields, media: MediaFacts, size: number): CheckValues {
  const { customMetadata = {}, ...request } = fields;
  const { width, height, duration, videoCodec, audioCodec, bitRate } = media;
  return new Map([
    ...named('request', { ...request }),
    ...named('request.customMetadata', customMetadata),
    ...named('customMetadata', customMetadata),
    ...named('file', { size, mime: media.mime }),
    ...named('mediaMetadata', { width, height, duration, videoCodec, audioCodec, bitRate }),
  ]);
}

const named = (prefix: string, values: JsonObject): [string, unknown][] =>
  Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]);

/** @throws {ApiError} 400 when the conditions do not parse or are not met. */
export function applyChecks(text: string, values: CheckValues): void {
  let met: boolean;
  try {
    met = evaluate(parseQuery(text), values);
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    throw new ApiError(400, `The checks parameter is invalid: ${error.message}.`, { cause: error });
  }
  if (!met) throw new ApiError(400, 'The file does not pass the checks of this upload.');
}

function evaluate(expression: QueryExpression, values: CheckValues): boolean {
  if (expression.kind === 'comparison') return compare(expression, values) !== expression.negated;
  // All parts are looked at, so that a mistake in any of them is told.
  const results = expression.parts.map((part) => evaluate(part, values));
  return expression.kind === 'AND' ? results.every(Boolean) : results.some(Boolean);
}

function compare({ field, operator, values: tokens }: Comparison, values: CheckValues): boolean {
  if (field.kind !== 'string') {
    throw new QuerySyntaxError(`${field.text} must be in double quotes`);
  }
  if (!/^(request|file|mediaMetadata|customMetadata)\./.test(field.text)) {
    throw new QuerySyntaxError(`"${field.text}" is not a field`);
  }
  const actual = values.get(field.text);
  const order = orders[operator];
  if (order !== undefined) {
    const limits = tokens.map(readNumberOrSize);
    return typeof actual === 'number' && limits.every((limit) => order(actual, limit));
  }
  if (operator === 'HAS' || operator === 'EXISTS') {
    throw new QuerySyntaxError(`checks do not know ${operator}`);
  }
  const candidates: unknown[] = Array.isArray(actual) ? actual : [actual];
  return tokens.some((token) =>
    candidates.some((each) => (operator === ':' ? startsWith(each, token) : isEqual(each, token))),
  );
}

function startsWith(actual: unknown, token: QueryToken): boolean {
  return typeof actual === 'string' && actual.startsWith(String(readScalar(token)));
}

function isEqual(actual: unknown, token: QueryToken): boolean {
  if (typeof actual === 'number') return actual === readNumberOrSize(token);
  return actual === readScalar(token);
}
