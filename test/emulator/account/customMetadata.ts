import { ApiError } from '../server/apiError.ts';
import { isJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import type { Records } from '../store/records.ts';
import { checkFieldValue } from './checkFieldValue.ts';
import type { StoredField } from './records.ts';

export function liveFields(records: Records<StoredField>): StoredField[] {
  return records.all().filter((field) => !field.deleted);
}

/**
 * Checks the custom metadata of a request against the account's fields.
 * @param before what the asset has already.
 * @returns the asset's new custom metadata; a member that is null takes the field away.
 * @throws {ApiError} 400 with an `errors` object keyed by field.
 */
export function mergeCustomMetadata(
  records: Records<StoredField>,
  before: JsonObject,
  sent: unknown,
): JsonObject {
  if (!isJsonObject(sent)) throw new ApiError(400, 'customMetadata must be an object.');
  const fields = liveFields(records);
  const errors: Record<string, string> = {};
  for (const [name, value] of Object.entries(sent)) {
    const field = fields.find((each) => each.name === name);
    if (field === undefined) errors[name] = 'is not a custom metadata field of this account';
    else if (value !== null) {
      const problem = checkFieldValue(value, field.schema);
      if (problem !== undefined) errors[name] = problem;
    }
  }
  for (const { name, schema } of fields) {
    // Who sets any value has to send those of all required fields.
    if (schema.isValueRequired === true && (sent[name] ?? null) === null) {
      errors[name] ??= 'is required';
    }
  }
  if (Object.keys(errors).length > 0) {
    throw new ApiError(400, 'Your request contains invalid custom metadata.', {
      extra: { errors },
    });
  }
  const merged = Object.entries({ ...before, ...sent });
  return Object.fromEntries(merged.filter(([, value]) => value !== null));
}

/** What a new file gets when its upload sets nothing: the defaults of the required fields. */
export function defaultCustomMetadata(records: Records<StoredField>): JsonObject {
  const wanted = liveFields(records).filter(({ schema }) => schema.isValueRequired === true);
  return Object.fromEntries(wanted.map(({ name, schema }) => [name, schema.defaultValue]));
}
