import * as v from 'valibot';
import type { FieldType } from '../library/searchFields.ts';

export type FieldValue = string | number | boolean;

/** The rules of a custom metadata field's value. */
export interface FieldSchema {
  readonly type: FieldType;
  readonly selectOptions?: readonly FieldValue[];
  readonly defaultValue?: FieldValue | readonly FieldValue[];
  readonly isValueRequired?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number | string;
  readonly maxValue?: number | string;
}

export interface CustomMetadataField {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly schema: FieldSchema;
  readonly description?: string;
}

const length = v.pipe(v.number(), v.integer(), v.minValue(0));
const isoDate = v.pipe(
  v.string(),
  v.check((text) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text))),
);
const scalar = v.union([v.string(), v.number(), v.boolean()]);
const options = v.pipe(v.array(scalar), v.minLength(1));
const required = { isValueRequired: v.optional(v.boolean()) };

const textRules = {
  ...required,
  minLength: v.optional(length),
  maxLength: v.optional(length),
  defaultValue: v.optional(v.string()),
};
const rangeOf = <Bound extends v.GenericSchema>(bound: Bound) => ({
  ...required,
  minValue: v.optional(bound),
  maxValue: v.optional(bound),
  defaultValue: v.optional(bound),
});

/** What the schema of a field of each type may have beside its type. */
export const rulesByType: Readonly<Record<FieldType, v.GenericSchema>> = {
  Text: v.strictObject(textRules),
  Textarea: v.strictObject(textRules),
  Number: v.strictObject(rangeOf(v.number())),
  Date: v.strictObject(rangeOf(isoDate)),
  Boolean: v.strictObject({ ...required, defaultValue: v.optional(v.boolean()) }),
  SingleSelect: v.strictObject({
    ...required,
    selectOptions: options,
    defaultValue: v.optional(scalar),
  }),
  MultiSelect: v.strictObject({
    ...required,
    selectOptions: options,
    defaultValue: v.optional(v.array(scalar)),
  }),
};

export const isFieldType = (type: unknown): type is FieldType =>
  typeof type === 'string' && Object.hasOwn(rulesByType, type);
