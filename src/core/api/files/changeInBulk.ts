import { isImageKitError } from '../imageKitError.ts';
import type { Range } from '../limits.ts';
import type { BulkDeleteResult, BulkUpdateResult } from './bulk.ts';

export interface BulkOutcome {
  readonly done: readonly string[];
  /** Ids that the service does not know (any more). */
  readonly missing: readonly string[];
  /** Files for which the service failed, with its reason. */
  readonly failed: readonly { readonly fileId: string; readonly error: string }[];
  /** What ended the work early, and the files that it had not come to or of which nothing is known. */
  readonly stopped?: { readonly error: unknown; readonly fileIds: readonly string[] };
}

/**
 * Changes any number of files with as many bulk calls as they need, one after the other. An
 * unknown id refuses a whole call, so such a call is repeated without it.
 * @param call One bulk call, such as `(fileIds) => client.files.bulk.delete({ fileIds })`.
 * @param limit How many files it takes: `limits.bulkDeleteFiles` or `limits.bulkTagFiles`.
 */
export async function changeInBulk(
  fileIds: readonly string[],
  limit: Range,
  call: (fileIds: readonly string[]) => Promise<BulkDeleteResult | BulkUpdateResult>,
): Promise<BulkOutcome> {
  const done: string[] = [];
  const missing: string[] = [];
  const failed: { fileId: string; error: string }[] = [];
  let left = [...new Set(fileIds)];
  while (left.length > 0) {
    const chunk = left.slice(0, limit.highest);
    try {
      const { errors, ...result } = await call(chunk);
      failed.push(...(errors ?? []).map(({ fileId, error }) => ({ fileId, error })));
      done.push(
        ...(idsOf(result) ??
          without(
            chunk,
            failed.map(({ fileId }) => fileId),
          )),
      );
      left = left.slice(chunk.length);
    } catch (error) {
      const unknown = isImageKitError(error, 'notFound')
        ? error.missingFileIds.filter((id) => chunk.includes(id))
        : [];
      if (unknown.length === 0) return { done, missing, failed, stopped: { error, fileIds: left } };
      missing.push(...unknown);
      left = without(left, unknown);
    }
  }
  return { done, missing, failed };
}

function idsOf(
  result: Partial<BulkDeleteResult & BulkUpdateResult>,
): readonly string[] | undefined {
  return result.successfullyDeletedFileIds ?? result.successfullyUpdatedFileIds ?? undefined;
}

function without(ids: readonly string[], taken: readonly string[]): string[] {
  const out = new Set(taken);
  return ids.filter((id) => !out.has(id));
}
