import type { Account } from '../account.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createAssets, type Assets } from './assets.ts';
import { createCacheInvalidation, type CacheInvalidation } from './cacheInvalidation.ts';
import { systemClock, type Clock } from './clock.ts';
import { createApiCaller } from './createApiCaller.ts';
import { createApiSender } from './createApiSender.ts';
import { createCustomMetadataFields, type CustomMetadataFields } from './customMetadataFields.ts';
import { createFiles, type Files } from './files.ts';
import { createFolders, type Folders } from './folders.ts';
import { createHelper, type Helper } from './helper.ts';
import type { HttpTransport } from './httpTransport.ts';
import { createNamedTransformations, type NamedTransformations } from './namedTransformations.ts';
import { retrying } from './retrying.ts';
import { createSavedExtensions, type SavedExtensions } from './savedExtensions.ts';
import { createUpload, type Upload } from './upload/createUpload.ts';
import type { Plan } from './upload/uploadSizes.ts';

export interface ImageKitClientDependencies {
  readonly transport: HttpTransport;
  readonly account: Pick<Account, 'privateKey' | 'apiOrigin' | 'uploadOrigin'>;
  /** The account's plan, where it is known; its limits then count before a file is sent. */
  readonly plan?: Plan;
  /** The system's by default. */
  readonly clock?: Clock;
  /** From 0 up to 1, for the jitter of waits; `Math.random` by default. */
  readonly random?: () => number;
}

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

/** A client for one account; the key goes to the account's two origins and to no other host. */
export function createImageKitClient({
  transport,
  account,
  plan,
  clock = systemClock,
  random = Math.random,
}: ImageKitClientDependencies): ImageKitClient {
  const send = retrying(createApiSender(transport, account, clock), { clock, random });
  const call = createApiCaller(send);
  const uploading = { send, clock, plan };
  return {
    assets: createAssets(call),
    files: createFiles(call, createUpload('/api/v1/files/upload', uploading)),
    folders: createFolders(call),
    cache: { invalidation: createCacheInvalidation(call) },
    customMetadataFields: createCustomMetadataFields(call),
    savedExtensions: createSavedExtensions(call),
    namedTransformations: createNamedTransformations(call),
    accounts: createAccounts(call),
    helper: createHelper(account.privateKey, clock),
    beta: { v2: { files: { upload: createUpload('/api/v2/files/upload', uploading) } } },
  };
}
