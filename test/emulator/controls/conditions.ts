import { setTimeout as wait } from 'node:timers/promises';
import type { Exchange } from '../server/exchange.ts';
import { answerStatus } from './answerStatus.ts';
import { perfect } from './conditionsSchema.ts';
import type { ConditionValues } from './conditionsSchema.ts';
import { dropConnection } from './drop.ts';
import { matches } from './matchRequest.ts';
import { RateLimiter } from './rateLimiter.ts';
import { seededRandom } from '../server/seededRandom.ts';

/** Makes the network and the service as bad as tests ask for. */
export class Conditions {
  #values = perfect;
  #random = seededRandom(perfect.seed);
  #limiter = new RateLimiter([]);

  get values(): ConditionValues {
    return this.#values;
  }

  set(values: ConditionValues): void {
    this.#values = values;
    this.#random = seededRandom(values.seed);
    this.#limiter = new RateLimiter(values.rateLimits);
  }

  clear(): void {
    this.set(perfect);
  }

  /** Sets the speeds, before the first byte of the body is read. */
  pace(exchange: Exchange): void {
    const { upload = Infinity, download = Infinity } = this.#values.bandwidth;
    exchange.body.speed = upload;
    exchange.downloadSpeed = download;
  }

  /** @returns true when the request has been dealt with. */
  async apply(exchange: Exchange): Promise<boolean> {
    const { latencyMs, errors, resets } = this.#values;
    // Drawn before anything waits, so that requests meet their fate in the order of coming.
    const reset = resets.find((each) => this.#isHit(each, exchange));
    const error = errors.find((each) => this.#isHit(each, exchange));
    const delay =
      typeof latencyMs === 'number'
        ? latencyMs
        : latencyMs.min + this.#random() * (latencyMs.max - latencyMs.min);
    const limit = this.#limiter.count(exchange, Date.now());
    for (const [name, value] of Object.entries(limit?.headers ?? {})) {
      exchange.response.setHeader(name, value);
    }
    if (delay > 0) await wait(delay, undefined, { ref: false });
    if (reset !== undefined && (await dropConnection(exchange, reset.at))) return true;
    if (limit?.exceeded === true) {
      await answerStatus(exchange, 429, limit.headers);
      return true;
    }
    if (error === undefined) return false;
    await answerStatus(exchange, error.status);
    return true;
  }

  #isHit(
    { match, rate }: { match: Parameters<typeof matches>[0]; rate: number },
    exchange: Exchange,
  ): boolean {
    return matches(match, exchange) && this.#random() < rate;
  }
}
