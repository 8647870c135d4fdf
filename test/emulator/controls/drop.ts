import * as v from 'valibot';
import type { Exchange } from '../server/exchange.ts';

/**
 * Where the connection breaks: before the request's body is read, in the middle of it, after all of
 * it came in and nothing was done, after everything was done and before the answer, or in the middle
 * of that answer. Without a body, `during` is in the middle of an answer that is none.
 */
export const dropSchema = v.picklist(['before', 'during', 'after', 'answer', 'halfAnswer']);

export type Drop = v.InferOutput<typeof dropSchema>;

const handlers: Readonly<Record<Drop, (exchange: Exchange) => Promise<boolean> | boolean>> = {
  before: ({ request }) => {
    request.socket.destroy();
    return true;
  },
  during: dropDuring,
  after: async (exchange) => {
    await readToEnd(exchange);
    exchange.request.socket.destroy();
    return true;
  },
  answer: ({ request, response }) => {
    response.writeHead = () => {
      request.socket.destroy();
      return response;
    };
    return false;
  },
  halfAnswer: ({ request, response }) => {
    const write = response.write.bind(response);
    const writeHalf = (chunk?: unknown): void => {
      const half = Buffer.isBuffer(chunk) ? chunk.subarray(0, chunk.length / 2) : Buffer.alloc(0);
      if (half.length === 0) request.socket.destroy();
      else write(half, () => request.socket.destroy());
    };
    response.write = (chunk: unknown) => {
      writeHalf(chunk);
      return false;
    };
    response.end = (chunk?: unknown) => {
      writeHalf(chunk);
      return response;
    };
    return false;
  },
};

/** @returns true when the request has been dealt with. */
export async function dropConnection(exchange: Exchange, drop: Drop): Promise<boolean> {
  return await handlers[drop](exchange);
}

/** Reads the request and forgets it, as a server that refuses politely does. */
export async function readToEnd({ body, request }: Exchange): Promise<void> {
  body.resume();
  if (body.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    body.once('end', resolve).once('close', resolve);
  });
}

function dropDuring({ request, response, body }: Exchange): boolean {
  const carries =
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? '0') > 0;
  if (carries) {
    body.once('data', () => request.socket.destroy());
    return true;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': 4096 });
  response.write('partial', () => request.socket.destroy());
  return true;
}
