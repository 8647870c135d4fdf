import { ApiError } from '../server/apiError.ts';
import type { FileAsset, FileDetails, MediaFacts } from '../store/assetRow.ts';
import { joinPath } from '../store/assetRow.ts';
import type { PendingBlob } from '../store/blobStore.ts';
import type { Library } from '../store/library.ts';
import { newId } from '../store/libraryStore.ts';
import { addUniqueSuffix } from './fileNames.ts';
import type { UploadFields } from './uploadFields.ts';

const maximumVersions = 100;

/**
 * Puts received bytes into the library, as a new file or as the next version of an existing one.
 * @throws {ApiError} 400 when overwriting is not allowed or the version limit is reached.
 */
export async function storeUpload(
  library: Library,
  fields: UploadFields,
  raw: Readonly<Record<string, string>>,
  media: MediaFacts,
  pending: PendingBlob,
): Promise<FileAsset> {
  const name = fields.useUniqueFileName ? addUniqueSuffix(fields.fileName) : fields.fileName;
  const old = library.rows.fileByPath(joinPath(fields.folder, name));
  if (old !== undefined && !fields.overwriteFile) {
    throw new ApiError(400, `A file with the name ${name} already exists at this location.`);
  }
  if (old !== undefined && old.versionNumber >= maximumVersions) {
    throw new ApiError(400, 'A file can have 100 versions at most.');
  }
  const blob = await library.blobs.keep(pending);
  const now = Date.now();
  const { file: _bytes, signature: _signature, token: _token, ...uploadFields } = raw;
  const stored: FileAsset = {
    kind: 'file',
    id: old?.id ?? newId(),
    versionId: newId(),
    versionNumber: (old?.versionNumber ?? 0) + 1,
    name,
    folder: fields.folder,
    size: pending.size,
    blob,
    ...media,
    ...mergeDetails(fields, old),
    embeddedMetadata: {},
    uploadFields,
    createdAt: old?.createdAt ?? now,
    updatedAt: now,
  };
  library.rows.ensureFolder(fields.folder, now);
  library.rows.addFile(stored);
  return stored;
}

const keep = <T>(sent: T | undefined, drop: boolean, before: T | undefined, empty: T): T =>
  sent ?? (drop ? empty : (before ?? empty));

/** The overwrite flags say what a new version takes over when the request does not set it. */
function mergeDetails(fields: UploadFields, old: FileAsset | undefined): FileDetails {
  return {
    tags: keep<readonly string[] | null>(fields.tags, fields.overwriteTags, old?.tags, null),
    aiTags: fields.overwriteAITags ? null : (old?.aiTags ?? null),
    customCoordinates: fields.customCoordinates ?? null,
    customMetadata: keep<Readonly<Record<string, unknown>>>(
      fields.customMetadata,
      fields.overwriteCustomMetadata,
      old?.customMetadata,
      {},
    ),
    description: fields.description ?? old?.description ?? null,
    isPrivate: fields.isPrivateFile,
    isPublished: fields.isPublished,
  };
}
