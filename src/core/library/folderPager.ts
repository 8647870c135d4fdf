import type { ListAssets } from '../api/assetPages.ts';
import type { AssetSort } from '../api/assets.ts';
import { ImageKitError } from '../api/imageKitError.ts';
import { toLibraryItem, type LibraryItem } from './libraryItem.ts';
import { SharedTask } from './sharedTask.ts';

export interface FolderPagerOptions {
  readonly list: ListAssets;
  /** The folder; only what lies directly in it is listed. */
  readonly path: string;
  /** Items a page, 1 to 1000. */
  readonly pageSize?: number;
  readonly sort?: AssetSort;
}

/** What a folder is listed as, in this order, so that folders come first. */
const phases = ['folder', 'file'] as const;

/**
 * Loads one folder of the library page by page, its folders before its files.
 * The API pages by offset and gives no total: a page that is not full is the last one.
 */
export class FolderPager {
  readonly path: string;
  readonly #list: ListAssets;
  readonly #pageSize: number;
  readonly #sort: AssetSort;
  #items = new Map<string, LibraryItem>();
  #phase = 0;
  /** Items of the current phase that the service has given so far. */
  #received = 0;
  #loading: SharedTask<readonly LibraryItem[]> | undefined;

  constructor({ list, path, pageSize = 100, sort = 'ASC_NAME' }: FolderPagerOptions) {
    this.path = path;
    this.#list = list;
    this.#pageSize = pageSize;
    this.#sort = sort;
  }

  /** Everything loaded so far, folders first. */
  get items(): readonly LibraryItem[] {
    return [...this.#items.values()];
  }

  /** Whether there may be more; true before the first page. */
  get hasMore(): boolean {
    return this.#phase < phases.length;
  }

  get isLoading(): boolean {
    return this.#loading !== undefined;
  }

  /**
   * Loads the next page and gives everything loaded so far. Calls while a page is loading wait for
   * that page. An aborted caller gets `cancelled`; the request stops when no caller is left.
   */
  loadNextPage(signal?: AbortSignal): Promise<readonly LibraryItem[]> {
    if (!this.hasMore) return Promise.resolve(this.items);
    if (!this.#loading) {
      const task = new SharedTask((shared) => this.#loadPage(shared));
      this.#loading = task;
      task.onSettled(() => {
        if (this.#loading === task) this.#loading = undefined;
      });
    }
    return this.#loading.join(signal);
  }

  /** Forgets everything; a page that is still on its way is dropped and its callers are cancelled. */
  reset(): void {
    this.#loading?.cancel();
    this.#loading = undefined;
    this.#items = new Map();
    this.#phase = 0;
    this.#received = 0;
  }

  /** Takes out an item that was deleted, so that the next page skips nothing. */
  remove(id: string): void {
    const item = this.#items.get(id);
    if (item === undefined) return;
    this.#items.delete(id);
    if (phases[this.#phase] === item.kind) this.#received -= 1;
  }

  async #loadPage(signal: AbortSignal): Promise<readonly LibraryItem[]> {
    let wanted = this.#pageSize;
    let type = phases[this.#phase];
    while (type !== undefined && wanted > 0) {
      const page = await this.#list(
        { path: this.path, type, sort: this.#sort, skip: this.#received, limit: wanted },
        { signal },
      );
      // A reset in the meantime made this answer one of the past.
      if (signal.aborted) throw new ImageKitError('cancelled', 'The folder was loaded anew');
      for (const item of page.map(toLibraryItem)) this.#items.set(item.id, item);
      this.#received += page.length;
      if (page.length < wanted) {
        this.#phase += 1;
        this.#received = 0;
        type = phases[this.#phase];
      }
      wanted -= page.length;
    }
    return this.items;
  }
}
