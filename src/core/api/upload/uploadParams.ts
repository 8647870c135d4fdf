import type { Extension } from '../extensions/extensionConfig.ts';

/** One step that ImageKit runs after it stored the file. */
export type PostTransformation =
  | { readonly type: 'transformation'; readonly value: string }
  | { readonly type: 'gif-to-video' | 'thumbnail'; readonly value?: string }
  | { readonly type: 'abs'; readonly value: string; readonly protocol: 'hls' | 'dash' };

export type UploadResponseField =
  | 'tags'
  | 'customCoordinates'
  | 'isPrivateFile'
  | 'isPublished'
  | 'embeddedMetadata'
  | 'customMetadata'
  | 'metadata'
  | 'selectedFieldsSchema';

/**
 * What can be said about an upload, with the wire's own names.
 * Source: https://imagekit.io/docs/api-reference/upload-file/upload-file
 */
export interface FileUploadParams {
  /** Bytes (a disk-backed `Blob` is streamed), a base64 text or data URI, or an http(s) URL. */
  readonly file: Blob | string;
  /** Characters that ImageKit does not allow become `_`; the answer has the true name. */
  readonly fileName: string;
  /** Made when missing; the service's default is `/`. */
  readonly folder?: string;
  /** By default true: the name gets a random suffix and nothing is ever replaced. */
  readonly useUniqueFileName?: boolean;
  /** At most 500 characters joined; none holds `%` or a comma. */
  readonly tags?: readonly string[];
  readonly isPrivateFile?: boolean;
  readonly isPublished?: boolean;
  /** `x,y,width,height` in pixels. */
  readonly customCoordinates?: string;
  readonly responseFields?: readonly UploadResponseField[];
  readonly extensions?: readonly Extension[];
  readonly webhookUrl?: string;
  readonly overwriteFile?: boolean;
  readonly overwriteAITags?: boolean;
  readonly overwriteTags?: boolean;
  readonly overwriteCustomMetadata?: boolean;
  readonly customMetadata?: Readonly<Record<string, unknown>>;
  readonly transformation?: {
    /** Applied before the file is stored; a video's upload is then answered with 202. */
    readonly pre?: string;
    readonly post?: readonly PostTransformation[];
  };
  /** Conditions that the service checks, such as `"file.size" < "1mb"`. */
  readonly checks?: string;
  readonly description?: string;
}
