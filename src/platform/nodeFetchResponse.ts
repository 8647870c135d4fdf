import type { Response as FetchResponse } from 'node-fetch';
import type { HttpResponse } from '../core/api/httpTransport.ts';
import type { HttpExchange } from './httpExchange.ts';

/** Bytes read of an answer that is no success: more would only be somebody's web page. */
const longestErrorBody = 1024 * 1024;
/** Bytes of a success, after decompression: far more than a page of 1000 assets or a picture has. */
const longestBody = 64 * 1024 * 1024;

/** An answer whose body is read once, when it is asked for. */
export class NodeFetchResponse implements HttpResponse {
  readonly status: number;
  readonly #response: FetchResponse;
  readonly #exchange: HttpExchange;
  readonly #idleMs: number;
  readonly #stopSending: () => void;

  /** @param stopSending Ends a request body that the service did not wait for. */
  constructor(
    response: FetchResponse,
    exchange: HttpExchange,
    idleMs: number,
    stopSending: () => void,
  ) {
    this.status = response.status;
    this.#response = response;
    this.#exchange = exchange;
    this.#idleMs = idleMs;
    this.#stopSending = stopSending;
    exchange.expectWithin(idleMs, 'progress of the answer');
  }

  header(name: string): string | undefined {
    return this.#response.headers.get(name) ?? undefined;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes());
  }

  async bytes(): Promise<Uint8Array> {
    const { body } = this.#response;
    const chunks: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const chunk of body ?? []) {
        this.#exchange.expectWithin(this.#idleMs, 'progress of the answer');
        const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
        chunks.push(bytes);
        length += bytes.byteLength;
        // Leaving the loop closes the stream and its connection.
        if (this.status >= 300 && length > longestErrorBody) break;
        if (length > longestBody) throw this.#exchange.tooLong(longestBody);
      }
    } catch (error) {
      throw this.#exchange.toError(error);
    } finally {
      this.#exchange.finish();
      this.#stopSending();
    }
    return Buffer.concat(chunks, length);
  }
}
