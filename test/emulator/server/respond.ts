import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError, supportHelp } from './apiError.ts';
import type { Exchange } from './exchange.ts';
import { PacedBody } from './paced.ts';

export function sendJson(exchange: Exchange, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value));
  exchange.response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  sendBytes(exchange, bytes);
}

/** Sends the body of an answer whose head is written, at the speed of the exchange. */
export async function sendStream(exchange: Exchange, source: Readable): Promise<void> {
  const body = new PacedBody();
  body.speed = exchange.downloadSpeed;
  await pipeline(source, body, exchange.response);
}

export function sendBytes(exchange: Exchange, bytes: Buffer): void {
  const { response, downloadSpeed } = exchange;
  if (exchange.method === 'HEAD') response.end();
  else if (!Number.isFinite(downloadSpeed)) response.end(bytes);
  // Whoever goes away half way is not told.
  else sendStream(exchange, Readable.from([bytes])).catch(() => undefined);
}

/** 201 and 204 answers have no body at all. */
export function sendEmpty(exchange: Exchange, status: number): void {
  exchange.response.writeHead(status, status === 204 ? {} : { 'content-length': 0 });
  exchange.response.end();
}

export function sendError(exchange: Exchange, error: unknown): void {
  const { response } = exchange;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // What is left of an upload is read and dropped: closing at once would look like a lost
  // connection to a client that is still sending.
  exchange.body.resume();
  if (error instanceof ApiError) {
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
    sendJson(exchange, error.status, error.toBody());
    return;
  }
  sendJson(exchange, 500, {
    message: `The emulator failed: ${error instanceof Error ? error.message : String(error)}`,
    help: supportHelp,
  });
}
