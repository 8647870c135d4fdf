import { ApiError } from '../server/apiError.ts';
import type { Exchange } from '../server/exchange.ts';
import { isLoopback } from '../server/loopback.ts';

/**
 * Controls are for programs of this machine: not for a page that found the port, by another name of
 * this host or from another origin.
 * @throws {ApiError} 403.
 */
export function requireLocal({ request }: Exchange): void {
  const { host = '', origin } = request.headers;
  const from = request.socket.remoteAddress ?? '';
  const local =
    /^(127\.|::1$|::ffff:127\.)/.test(from) &&
    isLoopback(`http://${host}`) &&
    (origin === undefined || isLoopback(origin));
  if (!local) throw new ApiError(403, 'The controls answer to this machine only.');
}
