import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createNetServer, type Server as NetServer } from 'node:net';
import type { Socket } from 'node:net';

export interface TestServer {
  readonly origin: string;
  /** Every connection that was ever opened. */
  readonly sockets: readonly Socket[];
  stop(): Promise<void>;
}

/** A real HTTP server on loopback for one test. */
export function startServer(listener: RequestListener): Promise<TestServer> {
  return listening(createServer(listener), 'http');
}

/** A server that gets the bare connection, for answers that no HTTP server would give. */
export function startRawServer(onConnection: (socket: Socket) => void): Promise<TestServer> {
  return listening(createNetServer(onConnection), 'http');
}

export async function listening(
  server: Server | NetServer,
  protocol: 'http' | 'https',
): Promise<TestServer> {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const { port } = address;
  return {
    origin: `${protocol}://127.0.0.1:${port}`,
    sockets,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
