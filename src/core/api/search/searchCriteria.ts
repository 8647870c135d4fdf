import type { SearchDate, SearchSize } from './searchLiterals.ts';

/** Both ends belong to it; one of them may be open, not both. */
export interface SearchRange<Value> {
  readonly atLeast?: Value;
  readonly atMost?: Value;
}

export type SearchTextMatch =
  /** The whole text, in this case. */
  | string
  /** Any of these whole texts. */
  | readonly string[]
  | { readonly startsWith: string }
  /** Words in any order and case; the last one may be the beginning of one. */
  | { readonly words: string };

type SearchAssetType = 'file' | 'file-version' | 'folder';
type MetadataValue = string | number | boolean;

/** What the value of a custom metadata field shall be. A range is of numbers or of times. */
export type SearchMetadataMatch =
  SearchTextMatch | number | boolean | readonly MetadataValue[] | SearchRange<number | SearchDate>;

/**
 * What files and folders shall be like, in plain words. All of it must be true of each. A member that
 * is there but says nothing, such as blank words, is refused: it would find everything.
 * Source: https://imagekit.io/docs/api-reference (List and search assets)
 */
export interface SearchCriteria {
  /** As a person types it: every word must begin a word of the name or of a tag, in any case. */
  readonly words?: string;
  readonly name?: SearchTextMatch;
  /** Without it files and folders are found. */
  readonly type?: SearchAssetType | readonly SearchAssetType[];
  /** Also of AI tags. */
  readonly tags?: {
    readonly anyOf?: readonly string[];
    readonly allOf?: readonly string[];
    readonly noneOf?: readonly string[];
  };
  readonly size?: SearchRange<SearchSize>;
  readonly created?: SearchRange<SearchDate>;
  readonly updated?: SearchRange<SearchDate>;
  /** `jpg`, `webp`, `mp4`, … */
  readonly format?: string | readonly string[];
  /** Pixels, of images. */
  readonly width?: SearchRange<number>;
  readonly height?: SearchRange<number>;
  readonly isPrivate?: boolean;
  readonly isPublished?: boolean;
  /** Whether an image has an alpha channel. */
  readonly hasTransparency?: boolean;
  /** E-mail address of who uploaded it. */
  readonly createdBy?: string | readonly string[];
  /** This folder and all below it. */
  readonly below?: string;
  /** By the fields' names. */
  readonly customMetadata?: Readonly<Record<string, SearchMetadataMatch>>;
}
