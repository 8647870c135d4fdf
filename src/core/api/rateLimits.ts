import type { ApiRequest } from './apiRequest.ts';
import type { Clock } from './clock.ts';
import type { HttpResponse } from './httpTransport.ts';
import { ImageKitError } from './imageKitError.ts';
import { nonNegative } from './responseErrors.ts';
import { retryPolicy, type RetryPolicy } from './retryPolicy.ts';

/** What is known of one endpoint; ImageKit counts each of them on its own, for the whole account. */
interface Pace {
  /** Unix milliseconds: nothing is sent before. */
  heldUntil: number;
  /** When the service began to refuse everything; `undefined` after a success. */
  refusedSince: number | undefined;
  /** Requests by milliseconds of their window; an endpoint may have several. */
  readonly windows: Map<number, number>;
  /** When the last requests were sent, or will be, in order. */
  starts: number[];
}

/** More requests than this in one window are not counted: an editor does not get there. */
const mostCounted = 1000;

export interface RateLimiting {
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly policy?: RetryPolicy;
}

/**
 * Keeps calls within the limits that ImageKit tells with its answers, and sends nothing while it asks
 * to wait. Source: https://imagekit.io/docs/api-reference (Rate limits)
 */
export class RateLimits {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #policy: RetryPolicy;
  readonly #paces = new Map<string, Pace>();

  constructor({ clock, random, policy = retryPolicy }: RateLimiting) {
    this.#clock = clock;
    this.#random = random;
    this.#policy = policy;
  }

  /**
   * Waits until the call may be sent.
   * @param refusal What the call was refused with before, to fail with where the wait is too long.
   * @returns Unix milliseconds.
   * @throws ImageKitError with `rateLimited` or `cancelled`.
   */
  async turn(request: ApiRequest, refusal?: ImageKitError): Promise<number> {
    const pace = this.#paceOf(request);
    await this.#waitForHold(pace, request, refusal);
    const { start, wait } = this.#reserve(pace, request);
    try {
      if (wait > 0) await this.#wait(request, wait);
      // Another call may have been refused in the meantime.
      await this.#waitForHold(pace, request, refusal);
    } catch (error) {
      // What is not sent takes no place from what is.
      const place = pace.starts.lastIndexOf(start);
      if (place !== -1) pace.starts.splice(place, 1);
      throw error;
    }
    return this.#clock.now();
  }

  /** An answer of any status may tell the limit. */
  heard(request: ApiRequest, response: Pick<HttpResponse, 'header'>): void {
    const limit = nonNegative(response.header('x-ratelimit-limit'));
    const interval = nonNegative(response.header('x-ratelimit-interval'));
    if (!limit || !interval || limit > mostCounted) return;
    this.#paceOf(request).windows.set(interval, Math.max(1, Math.floor(limit)));
  }

  accepted(request: ApiRequest): void {
    this.#paceOf(request).refusedSince = undefined;
  }

  /** @param sentAt What `turn` gave. @param wait Milliseconds in which nothing may be sent. */
  refused(request: ApiRequest, sentAt: number, wait: number): void {
    const pace = this.#paceOf(request);
    const now = this.#clock.now();
    const givenUpAt = (pace.refusedSince ?? -Infinity) + this.#longestWait(request);
    if (sentAt > givenUpAt) pace.refusedSince = now;
    pace.heldUntil = Math.max(pace.heldUntil, now + wait);
  }

  /** Takes the next place in all windows. @returns when it is, and the milliseconds until then. */
  #reserve(pace: Pace, request: ApiRequest): { readonly start: number; readonly wait: number } {
    const now = this.#clock.now();
    const starts = [...pace.windows].map(
      ([interval, limit]) => (pace.starts.at(-limit) ?? -Infinity) + interval,
    );
    const next = Math.max(now, pace.starts.at(-1) ?? 0, ...starts);
    // Others may use the account, so beyond a bearable wait the service had better say it itself.
    const start = next - now <= this.#longestWait(request) ? next : now;
    pace.starts = [...pace.starts, start].slice(-mostCounted);
    return { start, wait: start - now };
  }

  async #waitForHold(pace: Pace, request: ApiRequest, refusal?: ImageKitError): Promise<void> {
    for (let waitedUntil = this.#clock.now(); pace.heldUntil > waitedUntil;) {
      const { heldUntil, refusedSince = waitedUntil } = pace;
      const rest = heldUntil - waitedUntil;
      if (heldUntil > refusedSince + this.#longestWait(request)) throw refusal ?? tooMany(rest);
      // Calls that waited together do not come back together.
      await this.#wait(request, rest * (1 + this.#policy.jitter * this.#random()));
      waitedUntil = heldUntil;
    }
  }

  async #wait({ onRateLimited, signal }: ApiRequest, milliseconds: number): Promise<void> {
    onRateLimited?.(milliseconds);
    await this.#clock.wait(milliseconds, signal);
  }

  #longestWait({ host }: ApiRequest): number {
    return this.#policy.longestWaitMs[host];
  }

  #paceOf({ method, path, template = path }: ApiRequest): Pace {
    const endpoint = `${method} ${template}`;
    const known = this.#paces.get(endpoint);
    if (known) return known;
    const pace = { heldUntil: 0, refusedSince: undefined, windows: new Map(), starts: [] };
    this.#paces.set(endpoint, pace);
    return pace;
  }
}

function tooMany(retryAfterMs: number): ImageKitError {
  return new ImageKitError('rateLimited', 'ImageKit asked to send nothing for now', {
    retryAfterMs,
  });
}
