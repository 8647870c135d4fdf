import * as v from 'valibot';
import {
  flagOrNull,
  numberOrNull,
  objectOrNull,
  text,
  textOrNull,
  textsOrNull,
} from './schemaParts.ts';

/** Members that a file in the library and the answer to an upload share. */
export const sharedFileEntries = {
  fileId: text,
  name: text,
  /** Begins with `/`. */
  filePath: text,
  /** May carry a query such as `updatedAt`; never append to it blindly. */
  url: text,
  /** `image` or `non-image`; videos, audio and PDF are all `non-image`, `mime` tells them apart. */
  fileType: textOrNull,
  /** Bytes. */
  size: numberOrNull,
  width: numberOrNull,
  height: numberOrNull,
  /** Seconds. */
  duration: numberOrNull,
  bitRate: numberOrNull,
  videoCodec: textOrNull,
  audioCodec: textOrNull,
  description: textOrNull,
  tags: textsOrNull,
  AITags: v.nullish(
    v.array(v.looseObject({ name: textOrNull, confidence: numberOrNull, source: textOrNull })),
  ),
  versionInfo: v.nullish(v.looseObject({ id: textOrNull, name: textOrNull })),
  isPrivateFile: flagOrNull,
  isPublished: flagOrNull,
  /** `x,y,width,height` */
  customCoordinates: textOrNull,
  customMetadata: objectOrNull,
  embeddedMetadata: objectOrNull,
  selectedFieldsSchema: objectOrNull,
  /** State of each requested extension: `success`, `pending` or `failed`. */
  extensionStatus: v.nullish(v.record(v.string(), v.string())),
};

/** Shape of a file or file version. Source: https://imagekit.io/docs/api-reference (File details) */
export const fileSchema = v.looseObject({
  ...sharedFileEntries,
  type: v.picklist(['file', 'file-version']),
  mime: textOrNull,
  thumbnail: textOrNull,
  hasAlpha: flagOrNull,
  createdAt: textOrNull,
  updatedAt: textOrNull,
});

export const folderSchema = v.looseObject({
  type: v.literal('folder'),
  folderId: text,
  name: text,
  folderPath: text,
  customMetadata: objectOrNull,
  createdAt: textOrNull,
  updatedAt: textOrNull,
});

export const assetSchema = v.variant('type', [fileSchema, folderSchema]);

/** A file of the media library as the API gives it; members that are not listed are kept. */
export type ImageKitFile = v.InferOutput<typeof fileSchema>;
export type ImageKitFolder = v.InferOutput<typeof folderSchema>;
export type ImageKitAsset = v.InferOutput<typeof assetSchema>;
