import { ApiError } from '../server/apiError.ts';

const maximumTagsLength = 500;

/** @throws {ApiError} 400 for tags that are too long together or contain a percent sign. */
export function parseTags(texts: readonly string[]): string[] {
  const tags = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (tags.join(',').length > maximumTagsLength) {
    throw new ApiError(400, 'All tags together can have 500 characters at most.');
  }
  if (tags.some((tag) => tag.includes('%'))) {
    throw new ApiError(400, 'A tag cannot contain a percent sign.');
  }
  return tags;
}

/** @throws {ApiError} 400 unless the text is `x,y,width,height` in whole pixels. */
export function parseCoordinates(text: string): string {
  if (!/^\d+,\d+,\d+,\d+$/.test(text)) {
    throw new ApiError(400, 'customCoordinates must be x,y,width,height.');
  }
  return text;
}
