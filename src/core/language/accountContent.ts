import type { NamedTransformation } from '../api/namedTransformations.ts';
import type { FolderListing } from '../library/folderListings.ts';

/** What the language features ask of a connected account; everything may be given from a cache. */
export interface AccountContent {
  /** Without trailing slash. */
  readonly urlEndpoint: string;
  /** @throws ImageKitError, also `cancelled`. */
  readonly namedTransformations: (
    signal: AbortSignal,
  ) => Promise<readonly Pick<NamedTransformation, 'name' | 'transformation' | 'enabled'>[]>;
  /**
   * @param folder `/blog`; the root is `/`.
   * @param prefix What the names shall begin with; more than those may come.
   * @throws ImageKitError, also `cancelled`.
   */
  readonly folder: (folder: string, prefix: string, signal: AbortSignal) => Promise<FolderListing>;
}

/** `undefined` where no account is connected. */
export type FindAccountContent = () => Promise<AccountContent | undefined>;
