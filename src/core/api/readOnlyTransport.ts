import type { HttpTransport } from './httpTransport.ts';
import { ImageKitError } from './imageKitError.ts';

/**
 * A transport for an account that is read-only here: what could change something fails with the
 * reason `readOnly` before a socket is opened, whatever asked for it.
 */
export function readOnlyTransport(transport: HttpTransport): HttpTransport {
  return async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return transport(request);
    throw readOnlyError();
  };
}

export function readOnlyError(): ImageKitError {
  return new ImageKitError('readOnly', 'The account is read-only in this editor.');
}
