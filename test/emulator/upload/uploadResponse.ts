import { fileLinks, mediaJson, versionInfo } from '../library/assetJson.ts';
import { readMetadata } from '../metadata/readMetadata.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { joinPath } from '../store/assetRow.ts';
import type { Library } from '../store/library.ts';
import type { ResponseField, UploadFields } from './uploadFields.ts';

type Reader = (library: Library, file: FileAsset) => unknown;

/** The members that appear when `responseFields` asks for them. */
const optionalMembers: Readonly<Record<ResponseField, Reader>> = {
  tags: (_library, file) => file.tags,
  customCoordinates: (_library, file) => file.customCoordinates,
  isPrivateFile: (_library, file) => file.isPrivate,
  isPublished: (_library, file) => file.isPublished,
  embeddedMetadata: (_library, file) => file.embeddedMetadata,
  customMetadata: (_library, file) => file.customMetadata,
  metadata: async ({ blobs }, file) =>
    // A file without metadata is no failure of its upload.
    await readMetadata(blobs.pathOf(file.blob), file, file.size).catch(() => ({})),
  selectedFieldsSchema: () => ({}),
};

/** The 200 body of an upload. */
export async function uploadResponse(
  library: Library,
  file: FileAsset,
  fields: UploadFields,
): Promise<Record<string, unknown>> {
  const { url, thumbnail } = fileLinks(file, library.urlEndpoint());
  const body: Record<string, unknown> = {
    fileId: file.id,
    name: file.name,
    size: file.size,
    versionInfo: versionInfo(file),
    filePath: joinPath(file.folder, file.name),
    url,
    fileType: file.fileType,
    ...mediaJson(file),
    ...(thumbnail === undefined ? {} : { thumbnailUrl: thumbnail }),
    AITags: file.aiTags,
    ...(fields.description === undefined ? {} : { description: fields.description }),
  };
  for (const name of fields.responseFields) {
    body[name] = await optionalMembers[name](library, file);
  }
  return body;
}
