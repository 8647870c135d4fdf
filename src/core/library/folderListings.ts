import type { ListAssets } from '../api/assetPages.ts';
import { searchQuery } from '../api/search/searchQuery.ts';
import { AnswerCache } from './answerCache.ts';
import { toLibraryItem, type LibraryItem } from './libraryItem.ts';

/** What a folder holds, as far as the service gave it. */
export interface FolderListing {
  readonly items: readonly LibraryItem[];
  /** Whether these are all that begin with what was asked for. */
  readonly isComplete: boolean;
}

export interface FolderListingsOptions {
  readonly list: ListAssets;
  /** Unix milliseconds. */
  readonly now?: () => number;
  /** Items that one question brings, 1 to 1000. */
  readonly pageSize?: number;
}

/** Long enough for somebody who types a path, short enough to see what a colleague uploads. */
const lifetimeInMilliseconds = 60_000;
const mostListings = 100;

/**
 * The beginnings of folders, for lists of suggestions: a folder is asked for once in a while, and
 * only one that is too large is asked again for what begins with the text that was typed.
 */
export class FolderListings {
  readonly #list: ListAssets;
  readonly #pageSize: number;
  readonly #answers: AnswerCache<FolderListing>;

  constructor({ list, now = () => Date.now(), pageSize = 500 }: FolderListingsOptions) {
    this.#list = list;
    this.#pageSize = pageSize;
    this.#answers = new AnswerCache({
      lifetimeOf: () => lifetimeInMilliseconds,
      mostKept: mostListings,
      now,
    });
  }

  /**
   * @param folder `/blog`, without a slash at the end; the root is `/`.
   * @param prefix What the names shall begin with; more than those may come.
   * @throws ImageKitError, also `cancelled`.
   */
  async find(folder: string, prefix: string, signal?: AbortSignal): Promise<FolderListing> {
    for (let length = 0; length <= prefix.length; length++) {
      const kept = this.#answers.get(keyOf(folder, prefix.slice(0, length)));
      if (kept?.isComplete) return kept;
      if (kept && length === prefix.length) return kept;
    }
    const whole = this.#answers.get(keyOf(folder, ''));
    // The first question is always for the whole folder: most folders are small.
    if (!whole) {
      const listing = await this.#load(folder, '', signal);
      if (listing.isComplete || prefix === '') return listing;
    }
    return this.#load(folder, prefix, signal);
  }

  #load(folder: string, prefix: string, signal?: AbortSignal): Promise<FolderListing> {
    const ask = (shared: AbortSignal): Promise<FolderListing> => this.#ask(folder, prefix, shared);
    return this.#answers.find(keyOf(folder, prefix), ask, signal);
  }

  async #ask(folder: string, prefix: string, signal: AbortSignal): Promise<FolderListing> {
    const query =
      prefix === ''
        ? undefined
        : searchQuery({ name: { startsWith: prefix }, type: ['file', 'folder'] });
    const page = await this.#list(
      {
        path: folder,
        sort: 'ASC_NAME',
        limit: this.#pageSize,
        ...(query === undefined ? { type: 'all' } : { searchQuery: query }),
      },
      { signal },
    );
    return { items: page.map(toLibraryItem), isComplete: page.length < this.#pageSize };
  }
}

function keyOf(folder: string, prefix: string): string {
  return `${folder}\n${prefix}`;
}
