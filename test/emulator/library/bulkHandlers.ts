import type { Account } from '../account/account.ts';
import { ApiError } from '../server/apiError.ts';
import { readJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import { readTextsMember } from '../server/readMembers.ts';
import { sendJson } from '../server/respond.ts';
import type { Handler, Route } from '../server/router.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { removeBlobs } from '../store/library.ts';
import { parseTags } from './detailFields.ts';
import { withoutAiTags } from './fileDetails.ts';

const manyTags = 500;

interface BulkOperation {
  readonly most: number;
  /** The member that lists the files that it worked on. */
  readonly successMember: 'successfullyDeletedFileIds' | 'successfullyUpdatedFileIds';
  /** Reads the rest of the body. @returns what is done to each file. */
  readonly prepare: (body: JsonObject) => (file: FileAsset) => Promise<void> | void;
}

/** Deleting many files, and adding and removing their tags. */
export function bulkRoutes(account: Account): Route[] {
  const { library } = account;
  const update = (file: FileAsset, change: Partial<FileAsset>): void =>
    library.rows.updateFile({ ...file, ...change, updatedAt: Date.now() });
  const operations: Readonly<Record<string, BulkOperation>> = {
    '/v1/files/batch/deleteByFileIds': {
      most: 100,
      successMember: 'successfullyDeletedFileIds',
      prepare: () => async (file) => {
        await removeBlobs(library, library.rows.deleteFiles([file.id]));
      },
    },
    '/v1/files/addTags': {
      most: 50,
      successMember: 'successfullyUpdatedFileIds',
      prepare: (body) => {
        const added = parseTags(readTextsMember(body, 'tags', manyTags));
        return (file) =>
          update(file, { tags: parseTags([...new Set([...(file.tags ?? []), ...added])]) });
      },
    },
    '/v1/files/removeTags': {
      most: 50,
      successMember: 'successfullyUpdatedFileIds',
      prepare: (body) => {
        const removed = parseTags(readTextsMember(body, 'tags', manyTags));
        return (file) => {
          const left = (file.tags ?? []).filter((tag) => !removed.includes(tag));
          update(file, { tags: left.length === 0 ? null : left });
        };
      },
    },
    '/v1/files/removeAITags': {
      most: 50,
      successMember: 'successfullyUpdatedFileIds',
      prepare: (body) => {
        const removed = readTextsMember(body, 'AITags', manyTags);
        return (file) => update(file, { aiTags: withoutAiTags(file, removed) });
      },
    },
  };
  return Object.entries(operations).map(([pattern, operation]) => ({
    method: 'POST',
    pattern,
    handle: handleBulk(account, operation),
  }));
}

/** One unknown id and nothing is done; a file that fails later does not stop the others. */
function handleBulk({ library, settings }: Account, operation: BulkOperation): Handler {
  return async (exchange) => {
    const body = await readJsonObject(exchange);
    const ids = readTextsMember(body, 'fileIds', operation.most);
    const work = operation.prepare(body);
    const missing = ids.filter((id) => library.rows.fileById(id) === undefined);
    if (missing.length > 0) {
      throw new ApiError(404, 'The requested file(s) does not exist.', {
        extra: { missingFileIds: missing },
      });
    }
    const done: string[] = [];
    const errors: { fileId: string; error: string }[] = [];
    for (const id of ids) {
      const problem = settings.values.failingFileIds.includes(id)
        ? 'The file could not be changed.'
        : await attempt(library.rows.fileById(id), work);
      if (problem === undefined) done.push(id);
      else errors.push({ fileId: id, error: problem });
    }
    sendJson(exchange, errors.length === 0 ? 200 : 207, {
      [operation.successMember]: done,
      ...(errors.length === 0 ? {} : { errors }),
    });
  };
}

/** @returns what went wrong, if anything. */
async function attempt(
  file: FileAsset | undefined,
  work: (file: FileAsset) => Promise<void> | void,
): Promise<string | undefined> {
  if (file === undefined) return 'The file does not exist any more.';
  try {
    await work(file);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}
