import * as v from 'valibot';
import { ApiError } from '../server/apiError.ts';
import { parseWith } from '../server/parseWith.ts';
import { isJsonObject, readJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import { sendEmpty, sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import { newId } from '../store/libraryStore.ts';
import type { Account } from './account.ts';
import { checkFieldValue } from './checkFieldValue.ts';
import { liveFields } from './customMetadata.ts';
import { isFieldType, rulesByType } from './fieldSchema.ts';
import type { FieldSchema } from './fieldSchema.ts';
import type { StoredField } from './records.ts';

const name = v.pipe(v.string(), v.regex(/^\w{1,100}$/, 'must be letters, digits and underscores'));
const label = v.pipe(v.string(), v.minLength(1));
const description = v.pipe(v.string(), v.maxLength(500));
const creation = v.object({
  name,
  label,
  schema: v.looseObject({}),
  description: v.optional(description),
});
const change = v.object({
  label: v.optional(label),
  schema: v.optional(v.looseObject({})),
  description: v.optional(description),
});

/** Creating, listing, changing and deleting custom metadata fields. */
export function fieldRoutes(account: Account): Route[] {
  const { fields } = account.records;
  return [
    {
      method: 'POST',
      pattern: '/v1/customMetadataFields',
      handle: async (exchange) => {
        const body = parseWith(creation, await readJsonObject(exchange));
        if (fields.all().some((field) => field.name === body.name)) {
          throw new ApiError(400, 'A custom metadata field with this name already exists.');
        }
        checkLabel(account, body.label, undefined);
        const { type } = body.schema;
        if (!isFieldType(type)) throw badSchema('type', 'is not a type of custom metadata fields');
        const field: StoredField = {
          id: newId(),
          name: body.name,
          label: body.label,
          schema: readSchema(type, body.schema),
          ...(body.description ? { description: body.description } : {}),
          deleted: false,
        };
        fields.put(field);
        sendJson(exchange, 201, fieldJson(field));
      },
    },
    {
      method: 'GET',
      pattern: '/v1/customMetadataFields',
      handle: (exchange) => {
        const all = exchange.query.get('includeDeleted') === 'true';
        // `folderPath` selects by path policies, a feature of some plans. There are none here, and
        // without one every folder has every field.
        sendJson(exchange, 200, (all ? fields.all() : liveFields(fields)).map(fieldJson));
      },
    },
    {
      method: 'PATCH',
      pattern: '/v1/customMetadataFields/:id',
      handle: async (exchange) => {
        const field = requireField(account, exchange.parameters['id']);
        if (field.deleted) throw new ApiError(400, 'A deleted field cannot be changed.');
        const body = parseWith(change, await readJsonObject(exchange));
        if (Object.keys(body).length === 0) {
          throw new ApiError(400, 'Either label or schema is required.');
        }
        if (body.label !== undefined) checkLabel(account, body.label, field.id);
        const { description: before, ...rest } = field;
        const told = body.description ?? before;
        const changed: StoredField = {
          ...rest,
          label: body.label ?? field.label,
          schema:
            body.schema === undefined
              ? field.schema
              : readSchema(field.schema.type, { ...field.schema, ...body.schema }),
          ...(told ? { description: told } : {}),
        };
        fields.put(changed);
        sendJson(exchange, 200, fieldJson(changed));
      },
    },
    {
      method: 'DELETE',
      pattern: '/v1/customMetadataFields/:id',
      handle: (exchange) => {
        const field = requireField(account, exchange.parameters['id']);
        if (field.deleted) throw new ApiError(404, 'The custom metadata field does not exist.');
        fields.put({ ...field, deleted: true });
        account.library.rows.dropCustomMetadata(field.name);
        sendEmpty(exchange, 204);
      },
    },
  ];
}

function requireField(account: Account, id = ''): StoredField {
  const field = account.records.fields.get(id);
  if (field === undefined) throw new ApiError(404, 'The custom metadata field does not exist.');
  return field;
}

function checkLabel(account: Account, wanted: string, id: string | undefined): void {
  const taken = liveFields(account.records.fields).some(
    (field) => field.label === wanted && field.id !== id,
  );
  if (taken) throw new ApiError(400, 'A custom metadata field with this label already exists.');
}

const badSchema = (member: string, problem: string): ApiError =>
  new ApiError(400, 'The schema of the custom metadata field is invalid.', {
    extra: { errors: { [member]: problem } },
  });

/** @throws {ApiError} 400 with the details in `errors`. */
function readSchema(type: FieldSchema['type'], sent: JsonObject): FieldSchema {
  const { type: _type, ...rules } = sent;
  const result = v.safeParse(rulesByType[type], rules, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw badSchema(v.getDotPath(issue) ?? 'schema', issue.message);
  }
  const schema: FieldSchema = { type, ...(isJsonObject(result.output) ? result.output : {}) };
  const { defaultValue } = schema;
  if (schema.isValueRequired === true && defaultValue === undefined) {
    throw badSchema('defaultValue', 'is needed when isValueRequired is true');
  }
  const problem = defaultValue === undefined ? undefined : checkFieldValue(defaultValue, schema);
  if (problem !== undefined) throw badSchema('defaultValue', problem);
  return schema;
}

function fieldJson({ deleted: _deleted, ...field }: StoredField): object {
  return field;
}
