import * as v from 'valibot';
import type { ApiSender, RequestOptions } from './apiRequest.ts';
import { assetSchema, type ImageKitAsset } from './assetSchemas.ts';
import { decode } from './decode.ts';
import { ensureIntegerBetween } from './ensure.ts';
import { ensureFolderPath } from './ensureFolderPath.ts';

export type AssetSort =
  `${'ASC' | 'DESC'}_${'NAME' | 'CREATED' | 'UPDATED' | 'HEIGHT' | 'WIDTH' | 'SIZE' | 'RELEVANCE'}`;

export interface AssetListParams {
  /** This folder only, not those below it. */
  readonly path?: string;
  /** `all` is files and folders without versions. The service's default is `file`. */
  readonly type?: 'file' | 'file-version' | 'folder' | 'all';
  readonly fileType?: 'all' | 'image' | 'non-image';
  /** The service's default is `ASC_CREATED`. */
  readonly sort?: AssetSort;
  /** 0 or more. */
  readonly skip?: number;
  /** 1 to 1000; the service's default is 1000. */
  readonly limit?: number;
  /** With it the service ignores `type`; put such conditions into the query. */
  readonly searchQuery?: string;
}

export interface Assets {
  /** Lists or searches the library, one page a call. A short or empty page is the last one. */
  list(params?: AssetListParams, options?: RequestOptions): Promise<ImageKitAsset[]>;
}

const highestLimit = 1000;
const listSchema = v.array(assetSchema);

export function createAssets(send: ApiSender): Assets {
  return {
    async list(params = {}, options = {}) {
      const { path, type, fileType, sort, skip, limit, searchQuery } = params;
      ensureIntegerBetween(skip, 'skip', 0, Number.MAX_SAFE_INTEGER);
      ensureIntegerBetween(limit, 'limit', 1, highestLimit);
      if (path !== undefined) ensureFolderPath(path, 'path');
      const answer = await send({
        method: 'GET',
        host: 'api',
        path: '/v1/files',
        query: { path, type, fileType, sort, skip, limit, searchQuery },
        signal: options.signal,
      });
      return decode(listSchema, answer, 'list of assets');
    },
  };
}
