import { createServer, request as requestTo } from 'node:http';
import { connect } from 'node:net';
import { listening, type TestServer } from '../testServer.ts';

export interface ProxyServer extends TestServer {
  /** What it was asked for, in order: the address of a request, the host and port of a tunnel. */
  readonly asked: readonly string[];
}

/** A real proxy on loopback, for plain requests and for tunnels; every host is this computer. */
export async function startProxy(): Promise<ProxyServer> {
  const asked: string[] = [];
  const server = createServer((message, response) => {
    const { method, url = '', headers } = message;
    asked.push(url);
    const { port, pathname, search } = new URL(url);
    const onward = requestTo(
      { host: '127.0.0.1', port, path: pathname + search, method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    message.pipe(onward);
  });
  server.on('connect', ({ url = '' }, client) => {
    asked.push(url);
    const target = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(target).pipe(client);
    });
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
    client.on('close', () => target.destroy());
  });
  return { ...(await listening(server, 'http')), asked };
}
