import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from '../server/apiError.ts';
import type { Exchange } from '../server/exchange.ts';
import { isJsonObject } from '../server/readJsonBody.ts';
import { sendError, sendJson } from '../server/respond.ts';
import { statusMessages } from './statusMessages.ts';

export interface Fault {
  readonly match: { readonly method?: string; /** A prefix. */ readonly path: string };
  times: number;
  readonly status?: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  /** Breaks the connection before the body is read, or after some of it. */
  readonly drop?: 'before' | 'during';
}

/** The service's own wait hint, in milliseconds. */
const rateLimitHeaders = {
  'x-ratelimit-limit': '5',
  'x-ratelimit-reset': '1000',
  'x-ratelimit-interval': '1000',
};

const isFault = (each: unknown): each is Fault =>
  isJsonObject(each) &&
  isJsonObject(each['match']) &&
  typeof each['match']['path'] === 'string' &&
  Number.isInteger(each['times']);

/** @throws {ApiError} 400 unless the value is a list of faults. */
export function readFaults(value: unknown): Fault[] {
  if (!Array.isArray(value) || !value.every(isFault)) {
    throw new ApiError(400, 'Faults are a list of { match: { path }, times, … }.');
  }
  return value.map((fault) => ({ ...fault }));
}

/** Failures that tests ask for, each for a number of requests. */
export class Faults {
  #queue: Fault[] = [];

  push(faults: readonly Fault[]): void {
    this.#queue.push(...faults);
  }

  clear(): void {
    this.#queue = [];
  }

  /** @returns true when the request has been dealt with. */
  async apply(exchange: Exchange): Promise<boolean> {
    const fault = this.#queue.find(
      ({ match, times }) =>
        times > 0 &&
        exchange.target.startsWith(match.path) &&
        (match.method === undefined || match.method === exchange.method),
    );
    if (fault === undefined) return false;
    fault.times -= 1;
    if (fault.drop === 'before') exchange.request.pause();
    if (fault.delayMs !== undefined) await wait(fault.delayMs, undefined, { ref: false });
    if (fault.drop === 'before') {
      exchange.request.socket.destroy();
      return true;
    }
    if (fault.drop === 'during') {
      dropDuring(exchange);
      return true;
    }
    if (fault.status === undefined) return false;
    await answer(exchange, fault, fault.status);
    return true;
  }
}

/** With a request body: after its first bytes. Without: after the first bytes of the answer. */
function dropDuring(exchange: Exchange): void {
  const { request, response, body } = exchange;
  const carries =
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? '0') > 0;
  if (carries) {
    body.once('data', () => request.socket.destroy());
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': 4096 });
  response.write('partial', () => request.socket.destroy());
}

async function answer(exchange: Exchange, fault: Fault, status: number): Promise<void> {
  const headers = { ...(status === 429 ? rateLimitHeaders : {}), ...fault.headers };
  for (const [name, value] of Object.entries(headers)) exchange.response.setHeader(name, value);
  // The request is read to its end first, as a server that refuses politely does.
  exchange.body.resume();
  if (!exchange.request.complete) {
    await new Promise<void>((resolve) => {
      exchange.request.once('end', resolve).once('close', resolve);
    });
  }
  if (fault.body !== undefined) sendJson(exchange, status, fault.body);
  else sendError(exchange, new ApiError(status, statusMessages[status] ?? 'The request failed.'));
}
