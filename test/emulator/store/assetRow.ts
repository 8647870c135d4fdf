/** Facts about the bytes of a stored file, read once when they arrive. */
export interface MediaFacts {
  readonly mime: string;
  /** The format as searches name it: `jpg`, `png`, `mp4`, ... */
  readonly format: string;
  readonly fileType: 'image' | 'non-image';
  readonly width: number | null;
  readonly height: number | null;
  readonly hasAlpha: boolean | null;
  /** Seconds. */
  readonly duration: number | null;
  /** Bits per second. */
  readonly bitRate: number | null;
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
}

/** What a person says about a file; replaced or kept when the file is overwritten. */
export interface FileDetails {
  readonly tags: readonly string[] | null;
  readonly aiTags: readonly unknown[] | null;
  readonly customCoordinates: string | null;
  readonly customMetadata: Readonly<Record<string, unknown>>;
  readonly description: string | null;
  readonly isPrivate: boolean;
  readonly isPublished: boolean;
}

/** A file, or one of its older versions. */
export interface FileAsset extends MediaFacts, FileDetails {
  readonly kind: 'file' | 'file-version';
  readonly id: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly name: string;
  /** The folder's path: `/` or `/a/b`. */
  readonly folder: string;
  readonly size: number;
  /** Name of the blob, which is the SHA-256 of the bytes. */
  readonly blob: string;
  /** The uploader's e-mail address. */
  readonly createdBy: string;
  readonly embeddedMetadata: Readonly<Record<string, unknown>>;
  /** Every field of the upload request as it was sent, except the file itself. */
  readonly uploadFields: Readonly<Record<string, string>>;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface FolderAsset {
  readonly kind: 'folder';
  readonly id: string;
  readonly name: string;
  /** The parent's path. */
  readonly folder: string;
  readonly customMetadata: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type Asset = FileAsset | FolderAsset;

/** As much of a file as a listing tells. */
export type ListedFile = Omit<FileAsset, 'format' | 'createdBy' | 'blob' | 'uploadFields'>;

export type ListedAsset = ListedFile | FolderAsset;

/** `/a` + `b.jpg` → `/a/b.jpg`; a slash is never doubled at the root. */
export function joinPath(folder: string, name: string): string {
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}

/** One leading slash, none at the end, none doubled; the root is `/`. */
export function normalizeFolder(path: string): string {
  return `/${path.split('/').filter(Boolean).join('/')}`;
}
