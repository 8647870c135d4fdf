import { ApiError } from './apiError.ts';
import type { JsonObject } from './readJsonBody.ts';

/** The code that most operations on files and folders give with a 400. */
const missing = { reason: 'MISSING_PARAMETER' } as const;
const invalid = { reason: 'INVALID_PARAMETER' } as const;

/** @throws {ApiError} 400 unless the member is a text that is not empty. */
export function readTextMember(body: JsonObject, name: string): string {
  const value = body[name];
  if (value === undefined || value === null || value === '') {
    throw new ApiError(400, `Missing ${name} parameter.`, missing);
  }
  if (typeof value !== 'string') throw new ApiError(400, `${name} must be a text.`, invalid);
  return value;
}

/** @throws {ApiError} 400 unless the member is absent or a boolean. */
export function readFlagMember(body: JsonObject, name: string): boolean {
  const value = body[name] ?? false;
  if (typeof value !== 'boolean') throw new ApiError(400, `${name} must be a boolean.`, invalid);
  return value;
}

/**
 * @param most the longest list.
 * @throws {ApiError} 400 unless the member is a list of texts that is neither empty nor too long.
 */
export function readTextsMember(body: JsonObject, name: string, most: number): string[] {
  const value = body[name];
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) {
    throw new ApiError(400, `The ${name} parameter must be an array of texts.`);
  }
  if (value.length === 0) throw new ApiError(400, `The ${name} parameter must not be empty.`);
  if (value.length > most) {
    throw new ApiError(400, `The ${name} parameter can have ${String(most)} members at most.`);
  }
  return [...new Set(value)];
}
