import * as v from 'valibot';
import type { RequestOptions } from './apiRequest.ts';
import {
  assetSchema,
  fileSchema,
  folderSchema,
  type ImageKitAsset,
  type ImageKitFile,
  type ImageKitFolder,
} from './assetSchemas.ts';
import { endpoint, type ApiCaller } from './endpoint.ts';
import { ensureIntegerBetween } from './ensure.ts';
import { ensureFolderPath } from './ensurePaths.ts';
import { limits } from './limits.ts';

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
  /** With it the service ignores `type`; put such conditions into the query, see `searchQuery`. */
  readonly searchQuery?: string;
}

type OnlyOf<Type> = AssetListParams & { readonly type: Type; readonly searchQuery?: undefined };

export interface Assets {
  /** Lists or searches the library, one page a call. A short or empty page is the last one. */
  list(params: OnlyOf<'file' | 'file-version'>, options?: RequestOptions): Promise<ImageKitFile[]>;
  list(params: OnlyOf<'folder'>, options?: RequestOptions): Promise<ImageKitFolder[]>;
  list(params?: AssetListParams, options?: RequestOptions): Promise<ImageKitAsset[]>;
}

const anyAssets = v.array(assetSchema);
const files = v.array(fileSchema);
const answers: Readonly<
  Record<NonNullable<AssetListParams['type']>, v.GenericSchema<unknown, ImageKitAsset[]>>
> = { all: anyAssets, file: files, 'file-version': files, folder: v.array(folderSchema) };

export function createAssets(call: ApiCaller): Assets {
  // Each type has its own schema, so the answer is what the overload says.
  function list(params: OnlyOf<'file' | 'file-version'>): Promise<ImageKitFile[]>;
  function list(params: OnlyOf<'folder'>): Promise<ImageKitFolder[]>;
  function list(params?: AssetListParams, options?: RequestOptions): Promise<ImageKitAsset[]>;
  async function list(
    params: AssetListParams = {},
    { signal }: RequestOptions = {},
  ): Promise<ImageKitAsset[]> {
    const { path, type, fileType, sort, skip, limit, searchQuery } = params;
    const { lowest, highest } = limits.pageItems;
    ensureIntegerBetween(skip, 'skip', 0, Number.MAX_SAFE_INTEGER);
    ensureIntegerBetween(limit, 'limit', lowest, highest);
    if (path !== undefined) ensureFolderPath(path, 'path');
    const listed = searchQuery === undefined ? (type ?? 'all') : 'all';
    const query = { path, type, fileType, sort, skip, limit, searchQuery };
    return call(endpoint('GET', '/v1/files', 'list of assets', answers[listed]), { query, signal });
  }
  return { list };
}
