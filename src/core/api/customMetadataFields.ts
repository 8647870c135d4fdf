import * as v from 'valibot';
import type { QueryValue, RequestOptions } from './apiRequest.ts';
import { endpoint, nothing, type ApiCaller } from './endpoint.ts';
import { ensure, ensureLength } from './ensure.ts';
import { ensureFolderPath } from './ensurePaths.ts';
import { limits } from './limits.ts';
import { flagOrNull, numberOrNull, text, textOrNull } from './schemaParts.ts';
import { t } from '../text/l10n.ts';

const value = v.union([v.string(), v.number(), v.boolean()]);
const boundary = v.nullish(v.union([v.string(), v.number()]));

const fieldSchema = v.looseObject({
  id: text,
  /** The key in a file's `customMetadata`; never changes and is never free again. */
  name: text,
  label: text,
  description: textOrNull,
  schema: v.looseObject({
    type: v.picklist([
      'Text',
      'Textarea',
      'Number',
      'Date',
      'Boolean',
      'SingleSelect',
      'MultiSelect',
    ]),
    selectOptions: v.nullish(v.array(value)),
    defaultValue: v.nullish(v.union([value, v.array(value)])),
    isValueRequired: flagOrNull,
    minLength: numberOrNull,
    maxLength: numberOrNull,
    minValue: boundary,
    maxValue: boundary,
  }),
});

export type CustomMetadataField = v.InferOutput<typeof fieldSchema>;
export type CustomMetadataFieldType = CustomMetadataField['schema']['type'];
export type CustomMetadataValue = v.InferOutput<typeof value>;

export interface CustomMetadataFieldRules {
  /** Of `SingleSelect` and `MultiSelect`. */
  readonly selectOptions?: readonly CustomMetadataValue[];
  /** Needed beside `isValueRequired`; a list for `MultiSelect`. */
  readonly defaultValue?: CustomMetadataValue | readonly CustomMetadataValue[];
  readonly isValueRequired?: boolean;
  /** Characters, of `Text` and `Textarea`. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Of `Number`, or an ISO 8601 text of `Date`. */
  readonly minValue?: number | string;
  readonly maxValue?: number | string;
}

export interface CustomMetadataFieldCreateParams {
  readonly name: string;
  /** Unique among the fields that are not deleted. */
  readonly label: string;
  readonly schema: CustomMetadataFieldRules & { readonly type: CustomMetadataFieldType };
  /** At most 500 characters. */
  readonly description?: string;
}

export interface CustomMetadataFieldListParams {
  readonly includeDeleted?: boolean;
  /** Only the fields that a path policy selects for this folder. */
  readonly folderPath?: string;
}

export interface CustomMetadataFieldUpdateParams {
  readonly label?: string;
  readonly schema?: CustomMetadataFieldRules;
  readonly description?: string;
}

/** Source: https://imagekit.io/docs/api-reference (Custom metadata fields) */
export interface CustomMetadataFields {
  create(
    params: CustomMetadataFieldCreateParams,
    options?: RequestOptions,
  ): Promise<CustomMetadataField>;
  list(
    params?: CustomMetadataFieldListParams,
    options?: RequestOptions,
  ): Promise<CustomMetadataField[]>;
  update(
    id: string,
    params: CustomMetadataFieldUpdateParams,
    options?: RequestOptions,
  ): Promise<CustomMetadataField>;
  /** Removes the field and its values from all files for good. */
  delete(id: string, options?: RequestOptions): Promise<void>;
}

const what = 'custom metadata field';
const endpoints = {
  create: endpoint('POST', '/v1/customMetadataFields', what, fieldSchema),
  list: endpoint('GET', '/v1/customMetadataFields', `${what}s`, v.array(fieldSchema)),
  update: endpoint('PATCH', '/v1/customMetadataFields/{id}', what, fieldSchema),
  delete: endpoint('DELETE', '/v1/customMetadataFields/{id}', what, nothing),
};

export function createCustomMetadataFields(call: ApiCaller): CustomMetadataFields {
  return {
    async create({ name, label, schema, description }, { signal } = {}) {
      ensure(name.trim() !== '', 'name', t('The field needs a name.'));
      ensureField({ label, schema, description });
      return call(endpoints.create, { body: { name, label, schema, description }, signal });
    },

    async list({ includeDeleted, folderPath } = {}, { signal } = {}) {
      if (folderPath !== undefined) ensureFolderPath(folderPath, 'folderPath');
      const query: Record<string, QueryValue> = { includeDeleted, folderPath };
      return call(endpoints.list, { query, signal });
    },

    async update(id, { label, schema, description }, { signal } = {}) {
      ensureField({ label, schema, description });
      const body = { label, schema, description };
      return call(endpoints.update, { path: { id }, body, signal });
    },

    delete: (id, { signal } = {}) => call(endpoints.delete, { path: { id }, signal }),
  };
}

function ensureField({
  label,
  schema,
  description,
}: {
  readonly label: string | undefined;
  readonly schema: CustomMetadataFieldRules | undefined;
  readonly description: string | undefined;
}): void {
  ensure(label === undefined || label.trim() !== '', 'label', t('The field needs a label.'));
  ensureLength(description, 'description', limits.customMetadataFieldDescription);
  ensure(
    schema?.isValueRequired !== true || schema.defaultValue !== undefined,
    'schema',
    t('A field whose value is required needs a default value.'),
  );
}
