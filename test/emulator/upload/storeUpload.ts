import type { Account } from '../account/account.ts';
import { defaultCustomMetadata } from '../account/customMetadata.ts';
import { addCurrent, checkVersionLimit, nextVersionNumber } from '../library/fileHistory.ts';
import { readEmbedded } from '../metadata/readEmbedded.ts';
import { ApiError } from '../server/apiError.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import type { FileAsset, FileDetails, MediaFacts } from '../store/assetRow.ts';
import { joinPath } from '../store/assetRow.ts';
import type { PendingBlob } from '../store/blobStore.ts';
import type { Library } from '../store/library.ts';
import { newId } from '../store/libraryStore.ts';
import { addUniqueSuffix } from './fileNames.ts';
import type { UploadFields } from './uploadFields.ts';

/** Uploads with a key come from the owner of the account. */
const uploader = 'owner@emulator.test';

/** @throws {ApiError} 400 when the file is there and may not be overwritten. */
export function checkOverwrite({ rows }: Library, fields: UploadFields): void {
  if (fields.useUniqueFileName || fields.overwriteFile) return;
  if (rows.fileByPath(joinPath(fields.folder, fields.fileName)) === undefined) return;
  throw new ApiError(
    400,
    `A file with the name ${fields.fileName} already exists at this location.`,
  );
}

/**
 * Puts received bytes into the library, as a new file or as the next version of an existing one.
 * @throws {ApiError} 400 when overwriting is not allowed or the version limit is reached.
 */
export async function storeUpload(
  { library, records }: Account,
  fields: UploadFields,
  raw: Readonly<Record<string, string>>,
  media: MediaFacts,
  pending: PendingBlob,
): Promise<FileAsset> {
  const name = fields.useUniqueFileName ? addUniqueSuffix(fields.fileName) : fields.fileName;
  const path = joinPath(fields.folder, name);
  checkOverwrite(library, fields);
  checkVersionLimit(historyOf(library, path).length + 1);
  const embeddedMetadata = await readEmbedded(pending.path);
  const blob = await library.blobs.keep(pending);
  // Looked up again: another upload of the same name may have come in between.
  const old = library.rows.fileByPath(path);
  const now = Date.now();
  const { file: _bytes, signature: _signature, token: _token, ...uploadFields } = raw;
  const stored: FileAsset = {
    kind: 'file',
    id: old?.id ?? newId(),
    versionId: newId(),
    versionNumber: nextVersionNumber(historyOf(library, path)),
    name,
    folder: fields.folder,
    size: pending.size,
    blob,
    ...media,
    ...mergeDetails(fields, old, defaultCustomMetadata(records.fields)),
    createdBy: uploader,
    embeddedMetadata,
    uploadFields,
    createdAt: old?.createdAt ?? now,
    updatedAt: now,
  };
  library.rows.transaction(() => {
    library.rows.ensureFolder(fields.folder, now);
    addCurrent(library.rows, stored);
  });
  return stored;
}

function historyOf({ rows }: Library, path: string): FileAsset[] {
  const current = rows.fileByPath(path);
  return current === undefined ? [] : rows.versionsOf(current.id);
}

const keep = <T>(sent: T | undefined, drop: boolean, before: T | undefined, empty: T): T =>
  sent ?? (drop ? empty : (before ?? empty));

/** The overwrite flags say what a new version takes over when the request does not set it. */
function mergeDetails(
  fields: UploadFields,
  old: FileAsset | undefined,
  customMetadata: JsonObject,
): FileDetails {
  return {
    tags: keep<readonly string[] | null>(fields.tags, fields.overwriteTags, old?.tags, null),
    aiTags: fields.overwriteAITags ? null : (old?.aiTags ?? null),
    customCoordinates: fields.customCoordinates ?? null,
    customMetadata: keep<JsonObject>(
      fields.customMetadata,
      fields.overwriteCustomMetadata,
      old?.customMetadata,
      customMetadata,
    ),
    description: fields.description ?? old?.description ?? null,
    isPrivate: fields.isPrivateFile,
    isPublished: fields.isPublished,
  };
}
