import * as v from 'valibot';
import type { Account } from '../account/account.ts';
import { settingsChange } from '../account/settings.ts';
import { seedSynthetic } from '../seed/seedSynthetic.ts';
import { parseWith } from '../server/parseWith.ts';
import { readJson } from '../server/readJsonBody.ts';
import { sendEmpty, sendJson } from '../server/respond.ts';
import type { Handler, Route } from '../server/router.ts';
import type { Conditions } from './conditions.ts';
import { conditionsSchema } from './conditionsSchema.ts';
import { faultList } from './faults.ts';
import type { Faults } from './faults.ts';
import type { RequestLog } from './requestLog.ts';

export const controlPrefix = '/__emulator/';

/** Replaces the library by that many synthetic files. */
const syntheticSchema = v.strictObject({
  assets: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  seed: v.optional(v.pipe(v.number(), v.integer()), 1),
  /** Unix milliseconds; the end of the five years in which the files were made. */
  now: v.optional(v.number(), () => Date.now()),
});

export interface Controls {
  readonly account: Account;
  readonly conditions: Conditions;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Makes everything as after a start. */
  readonly reset: () => Promise<void>;
}

/** What tests use to cause failures, to look at requests and to change the account. */
export function controlRoutes(controls: Controls): Route[] {
  const { conditions, faults, log } = controls;
  const { settings } = controls.account;
  return [
    done('POST', 'faults', async (exchange) =>
      faults.push(parseWith(faultList, await readJson(exchange))),
    ),
    done('DELETE', 'faults', () => faults.clear()),
    told('GET', 'requests', () => log.entries),
    done('DELETE', 'requests', () => log.clear()),
    done('POST', 'reset', controls.reset),
    done('POST', 'library', async (exchange) => {
      const plan = parseWith(syntheticSchema, await readJson(exchange));
      await controls.reset();
      const { library } = controls.account;
      library.rows.clear();
      await library.blobs.clear();
      await seedSynthetic(library, plan);
    }),
    told('GET', 'conditions', () => conditions.values),
    done('PUT', 'conditions', async (exchange) =>
      conditions.set(parseWith(conditionsSchema, await readJson(exchange))),
    ),
    done('DELETE', 'conditions', () => conditions.clear()),
    told('GET', 'settings', () => settings.values),
    told('PATCH', 'settings', async (exchange) => {
      settings.change(parseWith(settingsChange, await readJson(exchange)));
      return settings.values;
    }),
  ];
}

type Work = (exchange: Parameters<Handler>[0]) => unknown;

/** A control that answers with nothing. */
function done(method: string, name: string, work: Work): Route {
  return {
    method,
    pattern: controlPrefix + name,
    handle: async (exchange) => {
      await work(exchange);
      sendEmpty(exchange, 204);
    },
  };
}

/** A control that answers with JSON. */
function told(method: string, name: string, work: Work): Route {
  return {
    method,
    pattern: controlPrefix + name,
    handle: async (exchange) => {
      sendJson(exchange, 200, await work(exchange));
    },
  };
}
