import { Agent as HttpAgent, type ClientRequestArgs } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';

type OnCreate = (error: Error | null, stream: Duplex) => void;
type MaybeSocket = Duplex | null | undefined;

/**
 * Connections are kept for the next request, but not longer than a server usually keeps them: a
 * request on a connection that the server just closed fails, and an upload is not repeated.
 */
const keepAliveMs = 4_000;

/** Agents for both protocols whose connection attempts fail with `ETIMEDOUT` after a time. */
export function connectionAgents(connectMs: number): (url: URL) => HttpAgent {
  class TimedHttpAgent extends HttpAgent {
    override createConnection(options: ClientRequestArgs, onCreate?: OnCreate): MaybeSocket {
      return timed(super.createConnection(options, onCreate), 'connect', connectMs);
    }
  }
  class TimedHttpsAgent extends HttpsAgent {
    override createConnection(options: RequestOptions, onCreate?: OnCreate): MaybeSocket {
      return timed(super.createConnection(options, onCreate), 'secureConnect', connectMs);
    }
  }
  const http = new TimedHttpAgent({ keepAlive: true, timeout: keepAliveMs });
  const https = new TimedHttpsAgent({ keepAlive: true, timeout: keepAliveMs });
  return (url) => (url.protocol === 'https:' ? https : http);
}

function timed(socket: MaybeSocket, connected: string, milliseconds: number): MaybeSocket {
  if (!socket) return socket;
  const timer = setTimeout(() => {
    socket.destroy(
      Object.assign(new Error(`No connection within ${milliseconds} ms`), { code: 'ETIMEDOUT' }),
    );
  }, milliseconds);
  const stop = (): void => clearTimeout(timer);
  socket.once(connected, stop);
  socket.once('close', stop);
  return socket;
}
