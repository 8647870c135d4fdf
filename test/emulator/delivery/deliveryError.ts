import type { Exchange } from '../server/exchange.ts';
import { TransformationError } from '../transformation/transformationError.ts';

/** A refusal of the delivery host: a status and `ik-error: CODE - text`. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** @returns false for an error that is none of delivery's own. */
export function sendDeliveryError(exchange: Exchange, error: unknown): boolean {
  const refusal =
    error instanceof TransformationError
      ? new DeliveryError(400, error.code, error.message)
      : error;
  if (!(refusal instanceof DeliveryError) || exchange.response.headersSent) return false;
  const text = `${refusal.code} - ${refusal.message}`;
  exchange.response.writeHead(refusal.status, {
    'content-type': 'text/plain; charset=utf-8',
    // A header holds Latin letters only.
    'ik-error': text.replaceAll(/[^\x20-\x7e]/g, '?'),
    'cache-control': 'no-store',
  });
  exchange.response.end(exchange.method === 'HEAD' ? undefined : text);
  return true;
}
