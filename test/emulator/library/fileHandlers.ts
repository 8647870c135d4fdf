import type { Account } from '../account/account.ts';
import { resolveExtensions } from '../extensions/resolveExtensions.ts';
import { runExtensions } from '../extensions/runExtensions.ts';
import { readJsonObject } from '../server/readJsonBody.ts';
import { sendEmpty, sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import { removeBlobs } from '../store/library.ts';
import { assetJson } from './assetJson.ts';
import { readDetails } from './fileDetails.ts';
import { publishFile, readPublication } from './publication.ts';
import { requireFile } from './requireFile.ts';

/** Details, update and delete of single files. */
export function fileRoutes(account: Account): Route[] {
  const { library } = account;
  return [
    {
      method: 'GET',
      pattern: '/v1/files/:fileId/details',
      handle: (exchange) => {
        const file = requireFile(library, exchange.parameters['fileId']);
        sendJson(exchange, 200, assetJson(file, library.urlEndpoint()));
      },
    },
    {
      method: 'PATCH',
      pattern: '/v1/files/:fileId/details',
      handle: async (exchange) => {
        const file = requireFile(library, exchange.parameters['fileId']);
        const body = await readJsonObject(exchange);
        const publication = readPublication(account, body);
        if (publication !== undefined) {
          const published = publishFile(library, file, publication);
          sendJson(exchange, 200, assetJson(published, library.urlEndpoint()));
          return;
        }
        const details = readDetails(account, body, file);
        const { extensions, webhookUrl } = resolveExtensions(account, body);
        library.rows.updateFile({ ...file, ...details, updatedAt: Date.now() });
        const status = await runExtensions(account, file, extensions, webhookUrl);
        sendJson(exchange, 200, {
          ...assetJson(requireFile(library, file.id), library.urlEndpoint()),
          ...(extensions.length === 0 ? {} : { extensionStatus: status }),
        });
      },
    },
    {
      method: 'DELETE',
      pattern: '/v1/files/:fileId',
      handle: async (exchange) => {
        const file = requireFile(library, exchange.parameters['fileId']);
        await removeBlobs(library, library.rows.deleteFiles([file.id]));
        sendEmpty(exchange, 204);
      },
    },
  ];
}
