import type { BlobStore } from './blobStore.ts';
import type { LibraryStore } from './libraryStore.ts';

/** The media library of the demo account: rows and bytes. */
export interface Library {
  readonly rows: LibraryStore;
  readonly blobs: BlobStore;
  /** `http://127.0.0.1:<port>/demo`, known once the server listens. */
  readonly urlEndpoint: () => string;
}

export async function removeBlobs(library: Library, blobs: readonly string[]): Promise<void> {
  await Promise.all(blobs.map((blob) => library.blobs.remove(blob)));
}
