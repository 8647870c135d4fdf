import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

type Answer = (request: ReceivedRequest, response: ServerResponse) => void;

/** A host on loopback that keeps every byte it gets. */
export class RecordingServer {
  readonly received: ReceivedRequest[] = [];
  /** How the next requests are answered; the last answer stays. */
  answer: Answer;
  readonly #server;

  constructor(answer: Answer) {
    this.answer = answer;
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  start(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
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
  else if (url.startsWith('/v1/files')) sendJson(response, 200, [file]);
  else sendJson(response, 200, []);
}
