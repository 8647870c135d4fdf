import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import type { Exchange } from '../server/exchange.ts';
import { answerStatus } from './answerStatus.ts';
import { dropConnection, dropSchema } from './drop.ts';
import { matches, matchSchema } from './matchRequest.ts';

const faultSchema = v.object({
  match: matchSchema,
  times: v.pipe(v.number(), v.integer()),
  status: v.optional(v.number()),
  body: v.optional(v.looseObject({})),
  headers: v.optional(v.record(v.string(), v.string())),
  delayMs: v.optional(v.number()),
  drop: v.optional(dropSchema),
});

/** Failures that tests ask for, each for a number of requests. */
export const faultList = v.array(faultSchema);

type Fault = v.InferOutput<typeof faultSchema>;

/** Carries the failures out, the first that matches. */
export class Faults {
  #queue: Fault[] = [];

  push(faults: readonly Fault[]): void {
    this.#queue.push(...faults.map((fault) => ({ ...fault })));
  }

  clear(): void {
    this.#queue = [];
  }

  /** @returns true when the request has been dealt with. */
  async apply(exchange: Exchange): Promise<boolean> {
    const fault = this.#queue.find(({ match, times }) => times > 0 && matches(match, exchange));
    if (fault === undefined) return false;
    fault.times -= 1;
    if (fault.drop === 'before') exchange.request.pause();
    if (fault.delayMs !== undefined) await wait(fault.delayMs, undefined, { ref: false });
    if (fault.drop !== undefined) return await dropConnection(exchange, fault.drop);
    if (fault.status === undefined) return false;
    await answerStatus(exchange, fault.status, fault.headers, fault.body);
    return true;
  }
}
