import type { Account } from '../account/account.ts';
import { mergeCustomMetadata } from '../account/customMetadata.ts';
import { ApiError } from '../server/apiError.ts';
import { isJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { parseCoordinates, parseTags } from './detailFields.ts';

/** What an update sets. @throws {ApiError} 400 that names the member. */
export function readDetails(
  account: Account,
  body: JsonObject,
  file: FileAsset,
): Partial<FileAsset> {
  const { tags, customCoordinates, customMetadata, description, removeAITags } = body;
  return {
    ...(tags === undefined ? {} : { tags: readTags(tags) }),
    ...(customCoordinates === undefined
      ? {}
      : { customCoordinates: readCoordinates(customCoordinates) }),
    ...(customMetadata === undefined
      ? {}
      : {
          customMetadata: mergeCustomMetadata(
            account.records.fields,
            file.customMetadata,
            customMetadata,
          ),
        }),
    ...(description === undefined ? {} : { description: readDescription(description) }),
    ...(removeAITags === undefined ? {} : { aiTags: readRemoval(file, removeAITags) }),
  };
}

function readTags(value: unknown): readonly string[] | null {
  if (value === null) return null;
  if (!Array.isArray(value) || !value.every((tag) => typeof tag === 'string')) {
    throw new ApiError(400, 'The tags parameter must be an array of texts or null.');
  }
  const tags = parseTags(value);
  return tags.length === 0 ? null : tags;
}

function readCoordinates(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string') {
    throw new ApiError(400, 'The customCoordinates parameter must be a text or null.');
  }
  return parseCoordinates(value);
}

function readDescription(value: unknown): string {
  if (typeof value !== 'string') throw new ApiError(400, 'The description must be a text.');
  return value;
}

function readRemoval(file: FileAsset, value: unknown): readonly unknown[] | null {
  if (value === 'all') return null;
  if (!Array.isArray(value)) throw new ApiError(400, 'removeAITags must be a list or "all".');
  return withoutAiTags(file, value);
}

export function withoutAiTags(
  file: FileAsset,
  names: readonly unknown[],
): readonly unknown[] | null {
  const left = file.aiTags?.filter((tag) => !isJsonObject(tag) || !names.includes(tag['name']));
  return left === undefined || left.length === 0 ? null : left;
}
