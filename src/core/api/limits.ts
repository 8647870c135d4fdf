/**
 * What ImageKit is documented to take, so that a call which it would refuse is not sent.
 * Source: https://imagekit.io/docs/api-reference and the pages of the single operations.
 */
export const limits = {
  /** Items of one page of a list. */
  pageItems: { lowest: 1, highest: 1000 },
  /** Ids of one bulk call. */
  bulkDeleteFiles: { lowest: 1, highest: 100 },
  bulkTagFiles: { lowest: 1, highest: 50 },
  /** Characters of all tags together, joined by commas. */
  tagsLength: 500,
  folderDepth: 50,
  /**
   * Characters of a file's or folder's name. ImageKit tells no number; no file on a disk has a longer
   * one, so that what is longer is a mistake, such as an address in the place of a name.
   */
  nameLength: 255,
  customMetadataFieldDescription: { lowest: 0, highest: 500 },
  originName: { lowest: 1, highest: 100 },
  urlEndpointDescription: { lowest: 1, highest: 1000 },
  urlEndpointPrefix: { lowest: 0, highest: 100 },
  originsOfUrlEndpoint: { lowest: 0, highest: 10 },
  /** From the first day to the last one, which must be fewer. */
  usageDays: 90,
  aiTasks: { lowest: 1, highest: 10 },
  aiTaskInstruction: { lowest: 1, highest: 2000 },
  aiTaskVocabulary: { lowest: 1, highest: 30 },
} as const;

export interface Range {
  readonly lowest: number;
  readonly highest: number;
}
