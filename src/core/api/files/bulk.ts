import * as v from 'valibot';
import type { RequestOptions } from '../apiRequest.ts';
import { endpoint, type ApiCaller } from '../endpoint.ts';
import { ensureCount, ensureTags } from '../ensure.ts';
import { limits } from '../limits.ts';
import { text, textsOrNull } from '../schemaParts.ts';

/** Files for which the call failed although it succeeded for others (status 207). */
const errors = v.nullish(v.array(v.looseObject({ fileId: text, error: text })));
const deletedSchema = v.looseObject({ successfullyDeletedFileIds: textsOrNull, errors });
const updatedSchema = v.looseObject({ successfullyUpdatedFileIds: textsOrNull, errors });

export type BulkDeleteResult = v.InferOutput<typeof deletedSchema>;
export type BulkUpdateResult = v.InferOutput<typeof updatedSchema>;

export interface BulkDeleteParams {
  /** 1 to 100. */
  readonly fileIds: readonly string[];
}

export interface BulkTagParams {
  /** 1 to 50. */
  readonly fileIds: readonly string[];
  /** At most 500 characters, joined by commas. */
  readonly tags: readonly string[];
}

export interface BulkAITagParams {
  /** 1 to 50. */
  readonly fileIds: readonly string[];
  readonly AITags: readonly string[];
}

/**
 * Changes of many files in one call. One unknown id refuses the whole call with `notFound`; the
 * error's `missingFileIds` names it. Source: https://imagekit.io/docs/api-reference
 */
export interface FilesBulk {
  /** Removes the files with all their versions for good. */
  delete(params: BulkDeleteParams, options?: RequestOptions): Promise<BulkDeleteResult>;
  addTags(params: BulkTagParams, options?: RequestOptions): Promise<BulkUpdateResult>;
  removeTags(params: BulkTagParams, options?: RequestOptions): Promise<BulkUpdateResult>;
  removeAITags(params: BulkAITagParams, options?: RequestOptions): Promise<BulkUpdateResult>;
}

const endpoints = {
  // A second sending knows none of the ids any more and fails.
  delete: endpoint(
    'POST',
    '/v1/files/batch/deleteByFileIds',
    'answer to the deletion',
    deletedSchema,
  ),
  addTags: endpoint('POST', '/v1/files/addTags', 'tagged files', updatedSchema, 'idempotent'),
  removeTags: endpoint(
    'POST',
    '/v1/files/removeTags',
    'untagged files',
    updatedSchema,
    'idempotent',
  ),
  removeAITags: endpoint(
    'POST',
    '/v1/files/removeAITags',
    'untagged files',
    updatedSchema,
    'idempotent',
  ),
};

export function createFilesBulk(call: ApiCaller): FilesBulk {
  return {
    async delete({ fileIds }, { signal } = {}) {
      ensureCount(fileIds, 'fileIds', limits.bulkDeleteFiles);
      return call(endpoints.delete, { body: { fileIds }, signal });
    },

    async addTags({ fileIds, tags }, { signal } = {}) {
      ensureTagging(fileIds, tags, 'tags');
      return call(endpoints.addTags, { body: { fileIds, tags }, signal });
    },

    async removeTags({ fileIds, tags }, { signal } = {}) {
      ensureTagging(fileIds, tags, 'tags');
      return call(endpoints.removeTags, { body: { fileIds, tags }, signal });
    },

    async removeAITags({ fileIds, AITags }, { signal } = {}) {
      ensureTagging(fileIds, AITags, 'AITags');
      return call(endpoints.removeAITags, { body: { fileIds, AITags }, signal });
    },
  };
}

function ensureTagging(fileIds: readonly string[], tags: readonly string[], subject: string): void {
  ensureCount(fileIds, 'fileIds', limits.bulkTagFiles);
  ensureCount(tags, subject, { lowest: 1, highest: Number.MAX_SAFE_INTEGER });
  ensureTags(tags, subject);
}
