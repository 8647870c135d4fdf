import * as v from 'valibot';
import type { RequestOptions } from '../apiRequest.ts';
import { endpoint, type ApiCaller } from '../endpoint.ts';
import { ensure } from '../ensure.ts';
import { flagOrNull, numberOrNull, objectOrNull, textOrNull } from '../schemaParts.ts';

export const metadataSchema = v.looseObject({
  height: numberOrNull,
  width: numberOrNull,
  /** Bytes. */
  size: numberOrNull,
  format: textOrNull,
  hasColorProfile: flagOrNull,
  quality: numberOrNull,
  /** Dots an inch. */
  density: numberOrNull,
  hasTransparency: flagOrNull,
  /** Perceptual hash: pictures that look alike have hashes that differ in few bits. */
  pHash: textOrNull,
  bitRate: numberOrNull,
  /** Seconds. */
  duration: numberOrNull,
  audioCodec: textOrNull,
  videoCodec: textOrNull,
  /** Groups of standard EXIF names; open-ended. */
  exif: v.nullish(
    v.looseObject({
      image: objectOrNull,
      thumbnail: objectOrNull,
      exif: objectOrNull,
      gps: objectOrNull,
      interoperability: objectOrNull,
      makernote: objectOrNull,
    }),
  ),
});

export type MediaMetadata = v.InferOutput<typeof metadataSchema>;

export interface MetadataFromURLParams {
  /** An http(s) URL of one of the account's own URL endpoints; others are refused. */
  readonly url: string;
}

/** What is known of the pixels. Source: https://imagekit.io/docs/api-reference (File metadata) */
export interface FilesMetadata {
  get(fileId: string, options?: RequestOptions): Promise<MediaMetadata>;
  getFromURL(params: MetadataFromURLParams, options?: RequestOptions): Promise<MediaMetadata>;
}

const endpoints = {
  get: endpoint('GET', '/v1/files/{fileId}/metadata', 'metadata', metadataSchema),
  getFromURL: endpoint('GET', '/v1/metadata', 'metadata', metadataSchema),
};

export function createFilesMetadata(call: ApiCaller): FilesMetadata {
  return {
    get: (fileId, { signal } = {}) => call(endpoints.get, { path: { fileId }, signal }),

    async getFromURL({ url }, { signal } = {}) {
      ensure(/^https?:/i.test(url) && URL.canParse(url), 'url', `"${url}" is not a valid address.`);
      return call(endpoints.getFromURL, { query: { url }, signal });
    },
  };
}
