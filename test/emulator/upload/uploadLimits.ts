import type { Account } from '../account/account.ts';
import { ApiError } from '../server/apiError.ts';

const megabyte = 1024 * 1024;

/** Bytes by plan: of a video, and of every other file. */
const limits = {
  free: { other: 25 * megabyte, video: 100 * megabyte },
  lite: { other: 40 * megabyte, video: 300 * megabyte },
  pro: { other: 50 * megabyte, video: 2048 * megabyte },
  enterprise: { other: 50 * megabyte, video: 2048 * megabyte },
} as const;

/** @throws {ApiError} 400 above the plan's size limit, 403 when the storage is used up. */
export function checkUploadLimits(account: Account, size: number, mime: string): void {
  const { plan, storageLimit } = account.settings.values;
  const limit = limits[plan][mime.startsWith('video/') ? 'video' : 'other'];
  if (size > limit) {
    throw new ApiError(400, `The file is larger than ${String(limit / megabyte)} MB.`);
  }
  if (storageLimit !== null && account.library.rows.totalSize() + size > storageLimit) {
    throw new ApiError(403, 'The storage limit of your plan is reached.');
  }
}
