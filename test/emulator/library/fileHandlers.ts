import { ApiError } from '../server/apiError.ts';
import { isJsonObject, readJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import { sendEmpty, sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { removeBlobs } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { assetJson } from './assetJson.ts';
import { checkPlanLimit, parseCoordinates, parseTags } from './detailFields.ts';

const maximumBulkDelete = 100;

/** Details, update and delete of single files, and deleting many. */
export function fileRoutes(library: Library): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/v1/files/batch/deleteByFileIds',
      handle: async (exchange) => {
        const ids = readFileIds(await readJsonObject(exchange));
        const missing = ids.filter((id) => library.rows.fileById(id) === undefined);
        if (missing.length > 0) {
          throw new ApiError(404, 'The requested file(s) does not exist.', {
            extra: { missingFileIds: missing },
          });
        }
        await removeBlobs(library, library.rows.deleteFiles(ids));
        sendJson(exchange, 200, { successfullyDeletedFileIds: ids });
      },
    },
    {
      method: 'GET',
      pattern: '/v1/files/:fileId/details',
      handle: (exchange) => {
        const file = requireFile(library, exchange.parameters['fileId']);
        sendJson(exchange, 200, assetJson(file, library.urlEndpoint()));
      },
    },
    {
      method: 'PATCH',
      pattern: '/v1/files/:fileId/details',
      handle: async (exchange) => {
        const file = requireFile(library, exchange.parameters['fileId']);
        const body = await readJsonObject(exchange);
        const updated = { ...file, ...readDetails(body, file), updatedAt: Date.now() };
        library.rows.updateFile(updated);
        const extensions = Array.isArray(body['extensions']) ? body['extensions'] : [];
        const names = extensions.filter(isJsonObject).map((each) => String(each['name']));
        sendJson(exchange, 200, {
          ...assetJson(updated, library.urlEndpoint()),
          extensionStatus: Object.fromEntries(names.map((name) => [name, 'pending'])),
        });
      },
    },
    {
      method: 'DELETE',
      pattern: '/v1/files/:fileId',
      handle: async (exchange) => {
        const file = requireFile(library, exchange.parameters['fileId']);
        await removeBlobs(library, library.rows.deleteFiles([file.id]));
        sendEmpty(exchange, 204);
      },
    },
  ];
}

/** @throws {ApiError} 400 for a malformed id, 404 for an unknown one. */
function requireFile(library: Library, id: string | undefined): FileAsset {
  if (id === undefined || !/^[0-9a-f]{24}$/i.test(id)) {
    throw new ApiError(400, 'Your request contains an invalid fileId parameter.');
  }
  const file = library.rows.fileById(id);
  if (file === undefined) throw new ApiError(404, 'The requested file does not exist.');
  return file;
}

function readFileIds(body: JsonObject): string[] {
  const ids = body['fileIds'];
  if (!Array.isArray(ids) || ids.length === 0 || !ids.every((id) => typeof id === 'string')) {
    throw new ApiError(400, 'The fileIds parameter must be an array of ids.');
  }
  if (ids.length > maximumBulkDelete) {
    throw new ApiError(400, 'At most 100 files can be deleted at once.');
  }
  return [...new Set(ids)];
}

/** @throws {ApiError} 400 that names the member. */
function readDetails(body: JsonObject, file: FileAsset): Partial<FileAsset> {
  if (body['publish'] !== undefined) checkPlanLimit('publication status');
  const { tags, customCoordinates, customMetadata, description, removeAITags } = body;
  return {
    ...(tags === undefined ? {} : { tags: readTags(tags) }),
    ...(customCoordinates === undefined
      ? {}
      : { customCoordinates: readCoordinates(customCoordinates) }),
    ...(customMetadata === undefined
      ? {}
      : { customMetadata: mergeMetadata(file.customMetadata, customMetadata) }),
    ...(description === undefined ? {} : { description: readDescription(description) }),
    ...(removeAITags === undefined ? {} : { aiTags: dropAiTags(file, removeAITags) }),
  };
}

function readTags(value: unknown): readonly string[] | null {
  if (value === null) return null;
  if (!Array.isArray(value) || !value.every((tag) => typeof tag === 'string')) {
    throw new ApiError(400, 'The tags parameter must be an array of texts or null.');
  }
  return parseTags(value);
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

/** A member that is null takes the field away. */
function mergeMetadata(old: JsonObject, value: unknown): JsonObject {
  if (!isJsonObject(value)) throw new ApiError(400, 'customMetadata must be an object.');
  const merged = Object.entries({ ...old, ...value });
  return Object.fromEntries(merged.filter(([, member]) => member !== null));
}

function dropAiTags(file: FileAsset, value: unknown): readonly unknown[] | null {
  if (value === 'all') return null;
  if (!Array.isArray(value)) throw new ApiError(400, 'removeAITags must be a list or "all".');
  const left = file.aiTags?.filter((tag) => !isJsonObject(tag) || !value.includes(tag['name']));
  return left === undefined || left.length === 0 ? null : left;
}
