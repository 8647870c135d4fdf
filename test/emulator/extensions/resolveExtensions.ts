import type { Account } from '../account/account.ts';
import { extensionConfig, extensionList } from '../account/extensionSchemas.ts';
import type { ExtensionConfig } from '../account/extensionSchemas.ts';
import { ApiError } from '../server/apiError.ts';
import { parseWith } from '../server/parseWith.ts';
import type { JsonObject } from '../server/readJsonBody.ts';

export interface ResolvedExtensions {
  readonly extensions: readonly ExtensionConfig[];
  readonly webhookUrl: string | undefined;
}

/**
 * Reads `extensions` and `webhookUrl` of an upload or an update; saved extensions are looked up.
 * @throws {ApiError} 400.
 */
export function resolveExtensions(
  { records }: Account,
  { extensions = [], webhookUrl }: JsonObject,
): ResolvedExtensions {
  if (webhookUrl !== undefined && (typeof webhookUrl !== 'string' || !URL.canParse(webhookUrl))) {
    throw new ApiError(400, 'The webhookUrl parameter is not a URL.');
  }
  const requests = parseWith(extensionList, extensions);
  return {
    webhookUrl,
    extensions: requests.map((request) => {
      if (request.name !== 'saved-extension') return request;
      const saved = records.savedExtensions.get(request.id);
      if (saved === undefined) {
        throw new ApiError(400, `The saved extension ${request.id} does not exist.`);
      }
      return parseWith(extensionConfig, saved.config);
    }),
  };
}
