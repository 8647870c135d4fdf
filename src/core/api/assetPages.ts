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
 * given. The service counts from the beginning at every page, so what changes in the meantime moves
 * items: what was added to the front brings items again, and none of them is given twice unless more
 * than a page was added between two requests; what was deleted makes the service skip as many. Only
 * the ids of two pages are kept, however long the walk is.
 */
export async function* assetPages(
  list: ListAssets,
  { pageSize = limits.pageItems.highest, skip = 0, ...params }: AssetPagesParams = {},
  options: RequestOptions = {},
): AsyncGenerator<readonly ImageKitAsset[], void, undefined> {
  ensureIntegerBetween(pageSize, 'pageSize', limits.pageItems.lowest, limits.pageItems.highest);
  let before: ReadonlySet<string> = new Set();
  let last: ReadonlySet<string> = new Set();
  for (let received = skip; ; received += pageSize) {
    const page = await list({ ...params, skip: received, limit: pageSize }, options);
    const given = new Set<string>();
    const fresh = page.filter((asset) => {
      const id = idOf(asset);
      const isKnown = before.has(id) || last.has(id) || given.has(id);
      given.add(id);
      return !isKnown;
    });
    [before, last] = [last, given];
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
