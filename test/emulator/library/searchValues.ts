import { normalizeFolder } from '../store/assetRow.ts';
import type { SearchFieldKind } from './searchFields.ts';
import { badQuery } from './searchTokens.ts';
import type { SearchToken } from './searchTokens.ts';

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

/**
 * The value of a comparison as SQL holds it.
 * @param now Unix milliseconds, the end of relative times such as `7d`.
 * @throws {ApiError} 400 for a value of the wrong kind.
 */
export function readSearchValue(
  kind: SearchFieldKind,
  token: SearchToken,
  now: number,
): string | number {
  if (kind === 'number') return readNumber(token);
  if (kind === 'date') return readDate(token, now);
  if (kind === 'boolean') return readBoolean(token);
  const text = readText(token);
  return kind === 'path' ? normalizeFolder(text) : text;
}

function readText(token: SearchToken): string {
  if (token.kind !== 'string') throw badQuery(`${token.text} must be in double quotes`);
  return token.text;
}

function readNumber(token: SearchToken): number {
  if (token.kind === 'number') return token.value;
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(token.text) ?? [];
  const factor = sizeUnits[unit?.toLowerCase() ?? ''];
  if (digits === undefined || factor === undefined) throw badQuery(`${token.text} is no number`);
  return Number(digits) * factor;
}

function readDate(token: SearchToken, now: number): number {
  const [, count, unit] = /^(\d+)([hdwmy])$/.exec(token.text) ?? [];
  const span = spans[unit ?? ''];
  if (count !== undefined && span !== undefined) return now - Number(count) * span;
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?$/.test(token.text)) {
    throw badQuery(`${token.text} is no date`);
  }
  return Date.parse(token.text.includes('T') ? `${token.text}Z` : token.text);
}

function readBoolean(token: SearchToken): number {
  if (token.text !== 'true' && token.text !== 'false') {
    throw badQuery(`${token.text} must be true or false`);
  }
  return Number(token.text === 'true');
}
