import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export type Answer = (request: ReceivedRequest, response: ServerResponse) => void;

/** A host on loopback that keeps every byte it gets. */
export class RecordingServer {
  readonly received: ReceivedRequest[] = [];
  /** How many requests were given up by the client before they were answered. */
  abandoned = 0;
  /** How the next requests are answered; the last answer stays. */
  answer: Answer;
  /** Awaited before the body of a request is read. */
  beforeBody: (request: IncomingMessage) => Promise<void> | void = () => undefined;
  readonly #host: string;
  readonly #server;
  #port = 0;

  /** @param host A name or address of this computer. */
  constructor(answer: Answer, host = '127.0.0.1') {
    this.answer = answer;
    this.#host = host;
    this.#server = createServer((request, response) => void this.#take(request, response));
    // As a proxy it is asked for connections, and makes none.
    this.#server.on('connect', ({ method = '', url = '', headers }, socket) => {
      this.received.push({ method, url, headers, body: '' });
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  }

  get origin(): string {
    return `http://${this.#host}:${this.#port}`;
  }

  /** Where it was before, when it was stopped in between. */
  async start(): Promise<void> {
    this.#server.listen(this.#port, this.#host);
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.once('close', () => {
      if (!response.writableEnded) this.abandoned++;
    });
    const chunks: Buffer[] = [];
    try {
      await this.beforeBody(request);
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      // A client that went away has sent what it has sent.
    }
    const { method = '', url = '', headers } = request;
    const taken = { method, url, headers, body: Buffer.concat(chunks).toString('latin1') };
    this.received.push(taken);
    this.answer(taken, response);
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** As much of ImageKit as the commands of an hour need. */
export function answerAsImageKit({ method, url }: ReceivedRequest, response: ServerResponse): void {
  const file = {
    type: 'file',
    fileId: 'id-1',
    name: 'picture.jpg',
    filePath: '/picture.jpg',
    size: 5,
    width: 10,
    height: 10,
    isPrivateFile: false,
    fileType: 'image',
    url: 'https://ik.imagekit.io/acme/picture.jpg',
  };
  if (method === 'DELETE') response.writeHead(204).end();
  else if (url.startsWith('/api/v1/files/upload')) sendJson(response, 200, file);
  else if (/[?&]type=folder/.test(url)) sendJson(response, 200, []);
  else if (url.startsWith('/v1/files')) sendJson(response, 200, [file]);
  else sendJson(response, 200, []);
}
