import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on the loopback interface only.
 * @param port 0 for a free one.
 * @throws an Error that names the port when it is taken or not allowed.
 */
export async function listen(
  port: number,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listener> {
  const server = createServer(onRequest);
  // A slow upload is a case worth testing, so no overall limit on a request.
  server.requestTimeout = 0;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await bind(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function bind(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new Error(explain(cause, port), { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function explain(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${String(port)} on 127.0.0.1 is already in use. Stop the other program or choose another port.`;
  }
  if (error.code === 'EACCES') return `Port ${String(port)} needs more rights than this user has.`;
  return `The emulator could not listen on port ${String(port)}: ${error.message}`;
}
