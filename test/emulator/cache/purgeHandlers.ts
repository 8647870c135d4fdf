import type { Account } from '../account/account.ts';
import { ApiError } from '../server/apiError.ts';
import { readJsonObject } from '../server/readJsonBody.ts';
import { readTextMember } from '../server/readMembers.ts';
import { sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';

/** Purging the cache, and the status of such requests. */
export function purgeRoutes({ purges }: Account): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/v1/files/purge',
      handle: async (exchange) => {
        const url = readTextMember(await readJsonObject(exchange), 'url');
        sendJson(exchange, 201, { requestId: purges.request(url) });
      },
    },
    {
      method: 'GET',
      pattern: '/v1/files/purge/:requestId',
      handle: (exchange) => {
        const status = purges.statusOf(exchange.parameters['requestId'] ?? '');
        // The documentation gives 400 here, where every other endpoint gives 404.
        if (status === undefined) throw new ApiError(400, 'The purge request does not exist.');
        sendJson(exchange, 200, { status });
      },
    },
  ];
}
