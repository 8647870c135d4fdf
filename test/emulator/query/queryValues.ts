import { QuerySyntaxError } from './querySyntaxError.ts';
import type { QueryToken } from './queryTokens.ts';

const sizeUnits: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
};
const hour = 3_600_000;
const spans: Readonly<Record<string, number>> = {
  h: hour,
  d: 24 * hour,
  w: 7 * 24 * hour,
  m: 30 * 24 * hour,
  y: 365 * 24 * hour,
};

/** @throws {QuerySyntaxError} unless the value is a text in double quotes. */
export function readText(token: QueryToken): string {
  if (token.kind !== 'string') {
    throw new QuerySyntaxError(`${token.text} must be in double quotes`);
  }
  return token.text;
}

/** A bare number, or a size with a unit such as `"10kb"`, in bytes. */
export function readNumberOrSize(token: QueryToken): number {
  if (token.kind === 'number') return token.value;
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(token.text) ?? [];
  const factor = sizeUnits[unit?.toLowerCase() ?? ''];
  if (digits === undefined || factor === undefined) {
    throw new QuerySyntaxError(`${token.text} is no number`);
  }
  return Number(digits) * factor;
}

/**
 * An ISO date, midnight UTC without a time, or a span such as `7d` before now.
 * @param now Unix milliseconds.
 * @returns Unix milliseconds.
 */
export function readDate(token: QueryToken, now: number): number {
  const [, count, unit] = /^(\d+)([hdwmy])$/.exec(token.text) ?? [];
  const span = spans[unit ?? ''];
  if (count !== undefined && span !== undefined) return now - Number(count) * span;
  const time = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z?)?$/.test(token.text)
    ? Date.parse(/T.*[^Z]$/.test(token.text) ? `${token.text}Z` : token.text)
    : Number.NaN;
  if (Number.isNaN(time)) throw new QuerySyntaxError(`${token.text} is no date`);
  return time;
}

/** A bare `true` or `false`. */
export function readBoolean(token: QueryToken): boolean {
  if (token.kind !== 'word' || (token.text !== 'true' && token.text !== 'false')) {
    throw new QuerySyntaxError(`${token.text} must be true or false`);
  }
  return token.text === 'true';
}

/** A value of a select field: a text, a number or a boolean. */
export function readScalar(token: QueryToken): string | number | boolean {
  if (token.kind === 'number') return token.value;
  return token.kind === 'string' ? token.text : readBoolean(token);
}
