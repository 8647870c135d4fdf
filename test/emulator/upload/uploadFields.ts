import { ApiError } from '../server/apiError.ts';
import { isJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import { sanitizeFileName, sanitizeFolder } from './fileNames.ts';
import { checkPlanLimit, parseCoordinates, parseTags } from '../library/detailFields.ts';

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
  readonly extensions: readonly JsonObject[] | undefined;
  readonly responseFields: readonly ResponseField[];
}

/** @throws {ApiError} 400 that names the field. */
export function readUploadFields(raw: Readonly<Record<string, string>>): UploadFields {
  const fileName = sanitizeFileName(raw['fileName']?.trim() ?? '');
  if (fileName === '') throw new ApiError(400, 'Missing fileName parameter for upload.');
  if (raw['isPublished'] === 'false') checkPlanLimit('isPublished');
  readTransformation(raw['transformation']);
  readUrl(raw['webhookUrl']);
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
    customMetadata: filled(raw['customMetadata'], (text) => readObject('customMetadata', text)),
    description: raw['description'],
    extensions: filled(raw['extensions'], readExtensions),
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

function readExtensions(text: string): readonly JsonObject[] {
  const value = parseJson('extensions', text);
  if (!Array.isArray(value) || !value.every(isJsonObject)) {
    throw new ApiError(400, 'The extensions parameter must be an array of objects.');
  }
  if (!value.every((each) => typeof each['name'] === 'string')) {
    throw new ApiError(400, 'Each extension needs a name.');
  }
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

const postTypes = new Set(['transformation', 'gif-to-video', 'thumbnail', 'abs']);

function readTransformation(text: string | undefined): void {
  if (text === undefined || text === '') return;
  const { pre, post } = readObject('transformation', text);
  if (pre === undefined && post === undefined) {
    throw new ApiError(400, 'The transformation parameter needs pre or post.');
  }
  if (pre !== undefined && (typeof pre !== 'string' || pre === '')) {
    throw new ApiError(400, 'transformation.pre must be a text that is not empty.');
  }
  if (post === undefined) return;
  const good =
    Array.isArray(post) &&
    post.every((each) => isJsonObject(each) && postTypes.has(String(each['type'])));
  if (!good) throw new ApiError(400, 'transformation.post must be an array of known types.');
}

function readUrl(text: string | undefined): void {
  if (text === undefined || text === '' || URL.canParse(text)) return;
  throw new ApiError(400, 'The webhookUrl parameter is not a URL.');
}
