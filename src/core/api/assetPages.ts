import type { RequestOptions } from './apiRequest.ts';
import type { AssetListParams } from './assets.ts';
import type { ImageKitAsset } from './assetSchemas.ts';
import { ensureIntegerBetween } from './ensure.ts';
import { limits } from './limits.ts';

/** The part of the client that paging needs: `assets.list`. */
export type ListAssets = (
  params: AssetListParams,
  options?: RequestOptions,
) => Promise<ImageKitAsset[]>;

export interface AssetPagesParams extends Omit<AssetListParams, 'limit'> {
  /** Items a page, 1 to 1000; 1000 by default. */
  readonly pageSize?: number;
}

/**
 * All pages of a list or a search; each is asked for when it is wanted, and an empty one is never
 * given. What was added in the meantime moves items to the next page: none is given twice. What
 * was deleted in the meantime makes the service skip as many.
 */
export async function* assetPages(
  list: ListAssets,
  { pageSize = limits.pageItems.highest, skip = 0, ...params }: AssetPagesParams = {},
  options: RequestOptions = {},
): AsyncGenerator<readonly ImageKitAsset[], void, undefined> {
  ensureIntegerBetween(pageSize, 'pageSize', limits.pageItems.lowest, limits.pageItems.highest);
  const given = new Set<string>();
  for (let received = skip; ; received += pageSize) {
    const page = await list({ ...params, skip: received, limit: pageSize }, options);
    const fresh = page.filter((asset) => {
      const id = idOf(asset);
      return !given.has(id) && given.add(id);
    });
    if (fresh.length > 0) yield fresh;
    if (page.length < pageSize) return;
  }
}

/** The items of all pages one by one, see `assetPages`. */
export async function* allAssets(
  ...listing: Parameters<typeof assetPages>
): AsyncGenerator<ImageKitAsset, void, undefined> {
  for await (const page of assetPages(...listing)) yield* page;
}

/** Versions of one file share its id. */
function idOf(asset: ImageKitAsset): string {
  return asset.type === 'folder'
    ? asset.folderId
    : `${asset.fileId} ${asset.type === 'file-version' ? (asset.versionInfo?.id ?? asset.url) : ''}`;
}
