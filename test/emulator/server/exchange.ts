import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PacedBody } from './paced.ts';

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** The request target as it came over the wire: still percent-encoded, query included. */
  readonly target: string;
  /** The path part of `target`, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The request body; fails when the client goes away half way. */
  readonly body: PacedBody;
  /** How fast the answer goes out, in bytes per second. */
  downloadSpeed: number;
  /** Path parameters that the router read, percent-decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const body = new PacedBody();
  // The body may be abandoned by a handler that never reads it.
  body.on('error', () => undefined);
  request.on('close', () => {
    if (!request.complete) body.destroy(new Error('The client closed the connection early.'));
  });
  request.pipe(body);
  response.setHeader('x-ik-requestid', randomUUID());
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  return {
    request,
    response,
    method: request.method ?? 'GET',
    target,
    path: mark === -1 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1)),
    body,
    downloadSpeed: Infinity,
    parameters: {},
  };
}
