import type { Account } from '../core/accounts/account.ts';
import { createUrlEndpoints, type UrlEndpoints } from '../core/api/accounts/urlEndpoints.ts';
import { createAssets } from '../core/api/assets.ts';
import { connectApi } from '../core/api/connectApi.ts';
import type { ImageKitClient } from '../core/api/createImageKitClient.ts';
import { createFiles } from '../core/api/files.ts';
import { createFolders } from '../core/api/folders.ts';
import type { HttpTransport } from '../core/api/httpTransport.ts';
import { createNamedTransformations } from '../core/api/namedTransformations.ts';
import { readOnlyTransport } from '../core/api/readOnlyTransport.ts';

/** The resources that features use; the others stay out of the bundle until they are named here. */
export type AccountClient = Pick<
  ImageKitClient,
  'assets' | 'files' | 'folders' | 'namedTransformations'
> & { readonly urlEndpoints: Pick<UrlEndpoints, 'list'> };

/** Of a read-only account it refuses everything but reading. */
export function createAccountClient(transport: HttpTransport, account: Account): AccountClient {
  const { call, uploadV1 } = connectApi({
    transport: account.isReadOnly ? readOnlyTransport(transport) : transport,
    account,
  });
  return {
    assets: createAssets(call),
    files: createFiles(call, uploadV1),
    folders: createFolders(call),
    namedTransformations: createNamedTransformations(call),
    urlEndpoints: createUrlEndpoints(call),
  };
}
