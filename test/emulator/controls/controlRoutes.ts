import { readJson } from '../server/readJsonBody.ts';
import { sendEmpty, sendJson } from '../server/respond.ts';
import type { Route } from '../server/router.ts';
import { readFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import type { RequestLog } from './requestLog.ts';

export const controlPrefix = '/__emulator/';

/** What tests use to cause failures and to look at requests. */
export function controlRoutes(
  faults: Faults,
  log: RequestLog,
  reset: () => Promise<void>,
): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/__emulator/faults',
      handle: async (exchange) => {
        faults.push(readFaults(await readJson(exchange)));
        sendEmpty(exchange, 204);
      },
    },
    {
      method: 'DELETE',
      pattern: '/__emulator/faults',
      handle: (exchange) => {
        faults.clear();
        sendEmpty(exchange, 204);
      },
    },
    {
      method: 'GET',
      pattern: '/__emulator/requests',
      handle: (exchange) => {
        sendJson(exchange, 200, log.entries);
      },
    },
    {
      method: 'DELETE',
      pattern: '/__emulator/requests',
      handle: (exchange) => {
        log.clear();
        sendEmpty(exchange, 204);
      },
    },
    {
      method: 'POST',
      pattern: '/__emulator/reset',
      handle: async (exchange) => {
        await reset();
        sendEmpty(exchange, 204);
      },
    },
  ];
}
