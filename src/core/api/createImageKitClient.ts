import { createAccounts, type Accounts } from './accounts.ts';
import { createAssets, type Assets } from './assets.ts';
import { createCacheInvalidation, type CacheInvalidation } from './cacheInvalidation.ts';
import { systemClock } from './clock.ts';
import { connectApi, type ApiDependencies } from './connectApi.ts';
import { createCustomMetadataFields, type CustomMetadataFields } from './customMetadataFields.ts';
import { createFiles, type Files } from './files.ts';
import { createFolders, type Folders } from './folders.ts';
import { createHelper, type Helper } from './helper.ts';
import { createNamedTransformations, type NamedTransformations } from './namedTransformations.ts';
import { createSavedExtensions, type SavedExtensions } from './savedExtensions.ts';
import type { Upload } from './upload/createUpload.ts';

/** ImageKit's API with the names of the official SDK. Every failure is an `ImageKitError`. */
export interface ImageKitClient {
  readonly assets: Assets;
  readonly files: Files;
  readonly folders: Folders;
  readonly cache: { readonly invalidation: CacheInvalidation };
  readonly customMetadataFields: CustomMetadataFields;
  readonly savedExtensions: SavedExtensions;
  readonly namedTransformations: NamedTransformations;
  readonly accounts: Accounts;
  readonly helper: Helper;
  /** `beta.v2.files.upload` is the upload API v2; it takes and gives what v1 does. */
  readonly beta: { readonly v2: { readonly files: { readonly upload: Upload } } };
}

/**
 * The whole API for one account. A bundle takes all of it; `connectApi` and the resources' own
 * factories make a smaller client.
 */
export function createImageKitClient(dependencies: ApiDependencies): ImageKitClient {
  const { account, clock = systemClock } = dependencies;
  const { call, uploadV1, uploadV2 } = connectApi(dependencies);
  return {
    assets: createAssets(call),
    files: createFiles(call, uploadV1),
    folders: createFolders(call),
    cache: { invalidation: createCacheInvalidation(call) },
    customMetadataFields: createCustomMetadataFields(call),
    savedExtensions: createSavedExtensions(call),
    namedTransformations: createNamedTransformations(call),
    accounts: createAccounts(call),
    helper: createHelper(account.privateKey, clock),
    beta: { v2: { files: { upload: uploadV2 } } },
  };
}
