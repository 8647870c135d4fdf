import type { NamedTransformation } from '../api/namedTransformations.ts';
import type { FolderListing } from '../library/folderListings.ts';
import { addressOf } from '../url/addressOf.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';

/** What the language features ask of a connected account; everything may be given from a cache. */
export interface AccountContent {
  /** All of the account, custom domains too, without trailing slash; the one for new URLs first. */
  readonly urlEndpoints: readonly string[];
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

/** Whether a URL stands under an endpoint of the account. */
export function isUrlOf(
  { urlEndpoints }: Pick<AccountContent, 'urlEndpoints'>,
  { endpoint }: Pick<ImageKitUrl, 'endpoint'>,
): boolean {
  const wanted = addressOf(endpoint).toLowerCase();
  return urlEndpoints.some((each) => each.toLowerCase() === wanted);
}

/** `undefined` where no account is connected. */
export type FindAccountContent = () => Promise<AccountContent | undefined>;
