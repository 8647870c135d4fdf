import type { Account } from '../account.ts';
import { createAssets, type Assets } from './assets.ts';
import { createApiSender } from './createApiSender.ts';
import { createFiles, type Files } from './files.ts';
import { createFolders, type Folders } from './folders.ts';
import type { HttpTransport } from './httpTransport.ts';
import { retrying } from './retrying.ts';

export interface ImageKitClientDependencies {
  readonly transport: HttpTransport;
  readonly account: Pick<Account, 'privateKey' | 'apiOrigin' | 'uploadOrigin'>;
  /** From 0 up to 1, for the jitter of waits; `Math.random` by default. */
  readonly random?: () => number;
}

/** ImageKit's API with the names of the official SDK. Every failure is an `ImageKitError`. */
export interface ImageKitClient {
  readonly assets: Assets;
  readonly files: Files;
  readonly folders: Folders;
}

/** A client for one account; the key goes to the account's two origins and to no other host. */
export function createImageKitClient({
  transport,
  account,
  random = Math.random,
}: ImageKitClientDependencies): ImageKitClient {
  const send = retrying(createApiSender(transport, account), random);
  return { assets: createAssets(send), files: createFiles(send), folders: createFolders(send) };
}
