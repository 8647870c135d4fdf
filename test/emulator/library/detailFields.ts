import { ApiError } from '../server/apiError.ts';

const maximumTagsLength = 500;

/** The account behaves like one on the Pro plan. */
const maximumBytes = { picture: 50 * 1024 * 1024, video: 2 * 1024 * 1024 * 1024 };

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

/** @throws {ApiError} 403: a feature of plans that this account does not have. */
export function checkPlanLimit(feature: string): never {
  throw new ApiError(403, `Your plan does not include ${feature}.`);
}

/** @throws {ApiError} 400 above the plan's size limit. */
export function checkSize(size: number, mime: string): void {
  const limit = mime.startsWith('video/') ? maximumBytes.video : maximumBytes.picture;
  if (size > limit) {
    throw new ApiError(400, `The file is larger than ${String(limit / 1024 / 1024)} MB.`);
  }
}
