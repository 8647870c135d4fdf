import * as v from 'valibot';
import { ApiError } from './apiError.ts';
import type { ApiErrorOptions } from './apiError.ts';

/**
 * Checks a value against a schema.
 * @param options what the refusal says beside its message.
 * @throws {ApiError} 400 that names the member.
 */
export function parseWith<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  options: ApiErrorOptions = {},
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new ApiError(400, path === null ? issue.message : `${path}: ${issue.message}`, options);
}
