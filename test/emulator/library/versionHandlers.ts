import type { Account } from '../account/account.ts';
import { ApiError } from '../server/apiError.ts';
import { sendEmpty, sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import { removeBlobs } from '../store/library.ts';
import { assetJson } from './assetJson.ts';
import { restoreVersion } from './fileHistory.ts';
import { requireFile, requireVersion } from './requireFile.ts';

/** Listing, reading, deleting and restoring the versions of a file. */
export function versionRoutes({ library }: Account): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/v1/files/:fileId/versions',
      handle: (exchange) => {
        const file = requireFile(library, exchange.parameters['fileId']);
        const versions = library.rows.versionsOf(file.id);
        sendJson(
          exchange,
          200,
          versions.map((version) => assetJson(version, library.urlEndpoint())),
        );
      },
    },
    {
      method: 'GET',
      pattern: '/v1/files/:fileId/versions/:versionId',
      handle: (exchange) => {
        const { fileId, versionId } = exchange.parameters;
        const version = requireVersion(library, fileId, versionId);
        sendJson(exchange, 200, assetJson(version, library.urlEndpoint()));
      },
    },
    {
      method: 'DELETE',
      pattern: '/v1/files/:fileId/versions/:versionId',
      handle: async (exchange) => {
        const { fileId, versionId } = exchange.parameters;
        const version = requireVersion(library, fileId, versionId);
        if (version.kind === 'file') {
          throw new ApiError(400, 'The current version of a file cannot be deleted.');
        }
        await removeBlobs(library, library.rows.deleteVersion(version.versionId));
        sendEmpty(exchange, 204);
      },
    },
    {
      method: 'PUT',
      pattern: '/v1/files/:fileId/versions/:versionId/restore',
      handle: (exchange) => {
        const { fileId, versionId } = exchange.parameters;
        const current = requireFile(library, fileId);
        const version = requireVersion(library, fileId, versionId);
        if (version.kind === 'file') {
          throw new ApiError(400, 'This version is the current one already.');
        }
        restoreVersion(library.rows, current, version);
        sendJson(exchange, 200, assetJson(requireFile(library, fileId), library.urlEndpoint()));
      },
    },
  ];
}
