import type { Account } from '../account/account.ts';
import { mergeCustomMetadata } from '../account/customMetadata.ts';
import { ApiError } from '../server/apiError.ts';
import { isJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import { isOnlyDots, sanitizeFileName, sanitizeFolder } from './fileNames.ts';
import { parseCoordinates, parseTags } from '../library/detailFields.ts';
import { checkDrafts } from '../library/publication.ts';
import { readTransformation } from './uploadTransformation.ts';
import type { UploadTransformation } from './uploadTransformation.ts';

export const responseFieldNames = [
  'tags',
  'customCoordinates',
  'isPrivateFile',
  'isPublished',
  'embeddedMetadata',
  'customMetadata',
  'metadata',
  'selectedFieldsSchema',
] as const;

export type ResponseField = (typeof responseFieldNames)[number];

/** The documented fields of upload v1, read and checked. Absent means that nothing was sent. */
export interface UploadFields {
  readonly fileName: string;
  readonly folder: string;
  readonly useUniqueFileName: boolean;
  readonly overwriteFile: boolean;
  readonly overwriteTags: boolean;
  readonly overwriteAITags: boolean;
  readonly overwriteCustomMetadata: boolean;
  readonly isPrivateFile: boolean;
  readonly isPublished: boolean;
  readonly tags: readonly string[] | undefined;
  readonly customCoordinates: string | undefined;
  readonly customMetadata: JsonObject | undefined;
  readonly description: string | undefined;
  /** Not checked yet. */
  readonly extensions: unknown;
  readonly webhookUrl: string | undefined;
  readonly transformation: UploadTransformation | undefined;
  readonly checks: string | undefined;
  readonly responseFields: readonly ResponseField[];
}

/** @throws {ApiError} 400 that names the field. */
export function readUploadFields(
  account: Account,
  raw: Readonly<Record<string, string>>,
): UploadFields {
  const fileName = sanitizeFileName(raw['fileName']?.trim() ?? '');
  if (fileName === '') throw new ApiError(400, 'Missing fileName parameter for upload.');
  if (isOnlyDots(fileName)) throw new ApiError(400, 'The fileName parameter is invalid.');
  if (raw['isPublished'] === 'false') checkDrafts(account);
  const { fields } = account.records;
  return {
    fileName,
    folder: sanitizeFolder(raw['folder'] ?? '/'),
    useUniqueFileName: readFlag(raw, 'useUniqueFileName', true),
    overwriteFile: readFlag(raw, 'overwriteFile', true),
    overwriteTags: readFlag(raw, 'overwriteTags', true),
    overwriteAITags: readFlag(raw, 'overwriteAITags', true),
    overwriteCustomMetadata: readFlag(raw, 'overwriteCustomMetadata', true),
    isPrivateFile: readFlag(raw, 'isPrivateFile', false),
    isPublished: readFlag(raw, 'isPublished', true),
    tags: filled(raw['tags'], (text) => parseTags(text.split(','))),
    customCoordinates: filled(raw['customCoordinates'], parseCoordinates),
    customMetadata: filled(raw['customMetadata'], (text) =>
      mergeCustomMetadata(fields, {}, readObject('customMetadata', text)),
    ),
    description: raw['description'],
    extensions: filled(raw['extensions'], (text) => parseJson('extensions', text)),
    webhookUrl: filled(raw['webhookUrl'], String),
    transformation: filled(raw['transformation'], (text) =>
      readTransformation(parseJson('transformation', text)),
    ),
    checks: filled(raw['checks'], String),
    responseFields: filled(raw['responseFields'], readResponseFields) ?? [],
  };
}

function filled<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined || text === '' ? undefined : read(text);
}

function readFlag(raw: Readonly<Record<string, string>>, name: string, fallback: boolean): boolean {
  const text = raw[name];
  if (text === undefined || text === '') return fallback;
  if (text !== 'true' && text !== 'false') {
    throw new ApiError(400, `The ${name} parameter must be true or false.`);
  }
  return text === 'true';
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError(400, `The ${name} parameter is not valid JSON.`, { cause });
  }
}

function readObject(name: string, text: string): JsonObject {
  const value = parseJson(name, text);
  if (!isJsonObject(value)) throw new ApiError(400, `The ${name} parameter must be an object.`);
  return value;
}

function readResponseFields(text: string): readonly ResponseField[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !responseFieldNames.some((known) => known === name));
  if (unknown !== undefined) {
    throw new ApiError(400, `The responseFields parameter has an unknown member: ${unknown}.`);
  }
  return responseFieldNames.filter((known) => names.includes(known));
}
