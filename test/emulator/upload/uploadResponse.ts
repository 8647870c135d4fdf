import { fileLinks, mediaJson, versionInfo } from '../library/assetJson.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { joinPath } from '../store/assetRow.ts';
import type { ResponseField, UploadFields } from './uploadFields.ts';

/** The 200 body of an upload; optional members appear when `responseFields` asks for them. */
export function uploadResponse(
  file: FileAsset,
  fields: UploadFields,
  urlEndpoint: string,
): Record<string, unknown> {
  const optional: Readonly<Record<ResponseField, unknown>> = {
    tags: file.tags,
    customCoordinates: file.customCoordinates,
    isPrivateFile: file.isPrivate,
    isPublished: file.isPublished,
    embeddedMetadata: file.embeddedMetadata,
    customMetadata: file.customMetadata,
    metadata: basicMetadata(file),
    selectedFieldsSchema: {},
  };
  const { url, thumbnail } = fileLinks(file, urlEndpoint);
  return {
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
    ...(fields.extensions === undefined ? {} : { extensionStatus: pending(fields.extensions) }),
    ...Object.fromEntries(fields.responseFields.map((name) => [name, optional[name]])),
  };
}

function pending(extensions: readonly Readonly<Record<string, unknown>>[]): object {
  return Object.fromEntries(extensions.map((each) => [String(each['name']), 'pending']));
}

function basicMetadata(file: FileAsset): object {
  return {
    ...mediaJson(file),
    size: file.size,
    format: file.format,
    ...(file.hasAlpha === null ? {} : { hasTransparency: file.hasAlpha }),
  };
}
