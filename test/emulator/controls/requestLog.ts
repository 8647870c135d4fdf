import type { Exchange } from '../server/exchange.ts';

export interface LoggedRequest {
  method: string;
  /** With the query. */
  path: string;
  headers: Readonly<Record<string, unknown>>;
  /** 0 until an answer went out, and for good when the connection broke before. */
  status: number;
  /** Whether the whole request came in and the whole answer went out. */
  completed: boolean;
  bodyBytes: number;
  /** Unix milliseconds. */
  at: number;
}

/** Remembers what was asked, for tests that look at what a client really sends. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }

  record(exchange: Exchange): void {
    const { request, response, body } = exchange;
    const entry: LoggedRequest = {
      method: exchange.method,
      path: exchange.target,
      headers: { ...request.headers },
      status: 0,
      completed: false,
      bodyBytes: 0,
      at: Date.now(),
    };
    this.#entries.push(entry);
    response.on('close', () => {
      entry.bodyBytes = body.bytes;
      entry.status = response.headersSent ? response.statusCode : 0;
      entry.completed = response.writableFinished && request.complete;
    });
  }
}
