import type { Account } from '../account/account.ts';
import { ApiError, supportHelp } from '../server/apiError.ts';
import { readJsonObject } from '../server/readJsonBody.ts';
import { readFlagMember, readTextMember } from '../server/readMembers.ts';
import { sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import { startCopy, startMove, startRename } from './folderJobs.ts';

/** Copying, moving and renaming folders, and the status of such jobs. */
export function jobRoutes(account: Account): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/v1/bulkJobs/copyFolder',
      handle: async (exchange) => {
        const body = await readJsonObject(exchange);
        const source = readTextMember(body, 'sourceFolderPath');
        const destination = readTextMember(body, 'destinationPath');
        // The older name of the flag is what the SDKs before version 7 send.
        const versions =
          readFlagMember(body, 'includeVersions') || readFlagMember(body, 'includeFileVersions');
        sendJson(exchange, 200, { jobId: startCopy(account, source, destination, versions) });
      },
    },
    {
      method: 'POST',
      pattern: '/v1/bulkJobs/moveFolder',
      handle: async (exchange) => {
        const body = await readJsonObject(exchange);
        const source = readTextMember(body, 'sourceFolderPath');
        const destination = readTextMember(body, 'destinationPath');
        sendJson(exchange, 200, { jobId: startMove(account, source, destination) });
      },
    },
    {
      method: 'POST',
      pattern: '/v1/bulkJobs/renameFolder',
      handle: async (exchange) => {
        const body = await readJsonObject(exchange);
        const folder = readTextMember(body, 'folderPath');
        const name = readTextMember(body, 'newFolderName');
        const purge = readFlagMember(body, 'purgeCache');
        sendJson(exchange, 202, { jobId: startRename(account, folder, name, purge) });
      },
    },
    {
      method: 'GET',
      pattern: '/v1/bulkJobs/:jobId',
      handle: (exchange) => {
        const job = account.records.jobs.get(exchange.parameters['jobId'] ?? '');
        if (job === undefined) throw new ApiError(404, 'The job does not exist.');
        const { id: jobId, type, status, purgeRequestId, message } = job;
        sendJson(exchange, status === 'Partial success' ? 207 : 200, {
          jobId,
          type,
          status,
          ...(purgeRequestId === undefined ? {} : { purgeRequestId }),
          ...(message === undefined ? {} : { message, help: supportHelp }),
        });
      },
    },
  ];
}
