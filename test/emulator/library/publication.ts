import type { Account } from '../account/account.ts';
import { ApiError } from '../server/apiError.ts';
import { isJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import type { FileAsset } from '../store/assetRow.ts';
import type { Library } from '../store/library.ts';

interface Publication {
  readonly isPublished: boolean;
  readonly includeFileVersions: boolean;
}

/** @throws {ApiError} 403 on a plan without drafts. */
export function checkDrafts({ settings }: Account): void {
  if (settings.values.plan === 'enterprise') return;
  throw new ApiError(403, 'Your plan does not include drafts.');
}

/** @returns undefined when the update is about something else. @throws {ApiError} 400, 403. */
export function readPublication(account: Account, body: JsonObject): Publication | undefined {
  const { publish, ...others } = body;
  if (publish === undefined) return undefined;
  if (Object.keys(others).length > 0) {
    throw new ApiError(400, 'publish cannot be combined with other changes.');
  }
  const { isPublished, includeFileVersions = false } = isJsonObject(publish) ? publish : {};
  if (typeof isPublished !== 'boolean' || typeof includeFileVersions !== 'boolean') {
    throw new ApiError(400, 'publish needs isPublished, and all its members are booleans.');
  }
  checkDrafts(account);
  return { isPublished, includeFileVersions };
}

/** @returns the file as it is now. */
export function publishFile(
  library: Library,
  file: FileAsset,
  publication: Publication,
): FileAsset {
  const { isPublished, includeFileVersions } = publication;
  const targets = includeFileVersions ? library.rows.versionsOf(file.id) : [file];
  library.rows.transaction(() => {
    for (const target of targets) library.rows.updateFile({ ...target, isPublished });
  });
  return { ...file, isPublished };
}
