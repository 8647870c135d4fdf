import { once } from 'node:events';
import { createServer } from 'node:net';

/** A loopback port that nothing listens on: `preferred`, else the next free one after it. */
export async function freePort(preferred = 0): Promise<number> {
  for (let port = preferred; port < preferred + 50; port++) {
    const found = await tryPort(port);
    if (found !== undefined) return found;
  }
  throw new Error(`No free port between ${preferred} and ${preferred + 49} on 127.0.0.1.`);
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    return typeof address === 'object' ? address?.port : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
}
