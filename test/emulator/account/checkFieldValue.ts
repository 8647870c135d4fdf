import type { FieldType } from '../library/searchFields.ts';
import type { FieldSchema } from './fieldSchema.ts';

type Check = (value: unknown, schema: FieldSchema) => string | undefined;

const text: Check = (value, { minLength, maxLength }) => {
  if (typeof value !== 'string') return 'must be a string';
  if (minLength !== undefined && value.length < minLength) {
    return `must have ${String(minLength)} characters at least`;
  }
  if (maxLength !== undefined && value.length > maxLength) {
    return `must have ${String(maxLength)} characters at most`;
  }
  return undefined;
};

const range = (
  value: number,
  minimum: number | undefined,
  maximum: number | undefined,
  schema: FieldSchema,
): string | undefined => {
  if (minimum !== undefined && value < minimum)
    return `must not be below ${String(schema.minValue)}`;
  if (maximum !== undefined && value > maximum)
    return `must not be above ${String(schema.maxValue)}`;
  return undefined;
};

const time = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : undefined;

const bound = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

const option = (value: unknown, schema: FieldSchema): string | undefined =>
  schema.selectOptions?.some((each) => each === value) === true
    ? undefined
    : 'must be one of the select options';

const checks: Readonly<Record<FieldType, Check>> = {
  Text: text,
  Textarea: text,
  Number: (value, schema) =>
    typeof value === 'number' && Number.isFinite(value)
      ? range(value, bound(schema.minValue), bound(schema.maxValue), schema)
      : 'must be a number',
  Date: (value, schema) => {
    const at = time(value);
    if (at === undefined || Number.isNaN(at)) return 'must be an ISO 8601 date';
    return range(at, time(schema.minValue), time(schema.maxValue), schema);
  },
  Boolean: (value) => (typeof value === 'boolean' ? undefined : 'must be a boolean'),
  SingleSelect: option,
  MultiSelect: (value, schema) => {
    if (!Array.isArray(value)) return 'must be an array';
    return value.map((each) => option(each, schema)).find((problem) => problem !== undefined);
  },
};

/** @returns what is wrong with the value, if anything. */
export function checkFieldValue(value: unknown, schema: FieldSchema): string | undefined {
  return checks[schema.type](value, schema);
}
