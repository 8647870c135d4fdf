import type { Purge } from '../account/records.ts';
import type { Settings } from '../account/settings.ts';
import { ApiError } from '../server/apiError.ts';
import { newId } from '../store/libraryStore.ts';
import type { Records } from '../store/records.ts';
import { findPurgeProblem } from './purgeUrl.ts';

/** The purge requests of the account. The emulator has no cache that could be stale. */
export class Purges {
  readonly #records: Records<Purge>;
  readonly #settings: Settings;
  readonly #urlEndpoint: () => string;

  constructor(records: Records<Purge>, settings: Settings, urlEndpoint: () => string) {
    this.#records = records;
    this.#settings = settings;
    this.#urlEndpoint = urlEndpoint;
  }

  /**
   * @returns the id of the request.
   * @throws {ApiError} 400 for a URL that may not be purged, 403 when this month's quota is gone.
   */
  request(url: string): string {
    const problem = findPurgeProblem(url, this.#urlEndpoint());
    if (problem !== undefined) throw new ApiError(400, problem);
    const now = Date.now();
    const { purgeQuota, purgeMs } = this.#settings.values;
    if (this.#countOfMonth(now) >= purgeQuota) {
      throw new ApiError(403, 'The quota of purge requests of this month is used up.');
    }
    const id = newId();
    this.#records.put({ id, url, createdAt: now, completesAt: now + purgeMs });
    return id;
  }

  /** @returns undefined for an unknown request. */
  statusOf(id: string): 'Pending' | 'Completed' | undefined {
    const found = this.#records.get(id);
    if (found === undefined) return undefined;
    return Date.now() < found.completesAt ? 'Pending' : 'Completed';
  }

  #countOfMonth(now: number): number {
    const month = (time: number): string => new Date(time).toISOString().slice(0, 7);
    return this.#records.all().filter(({ createdAt }) => month(createdAt) === month(now)).length;
  }
}
