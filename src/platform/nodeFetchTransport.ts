import { Readable } from 'node:stream';
import { formDataToBlob } from 'formdata-polyfill/esm.min.js';
import fetch, { type Response as FetchResponse } from 'node-fetch';
import type { HttpBody, HttpRequest, HttpTransport } from '../core/api/httpTransport.ts';
import { ImageKitError } from '../core/api/imageKitError.ts';
import { BodyParts } from './bodyParts.ts';
import { countingBody } from './countingBody.ts';
import { HttpExchange } from './httpExchange.ts';
import { NodeFetchResponse } from './nodeFetchResponse.ts';
import { requestMadeBy, watchConnection, type ConnectionTimes } from './requestConnection.ts';

/** All times in milliseconds. */
export interface TransportTimes extends ConnectionTimes {
  /** Without a byte moving while a body is sent or received. */
  readonly idle: number;
  /** From the request's last byte to the answer's headers. ImageKit works on an upload then. */
  readonly headers: number;
}

const defaultTimes: TransportTimes = {
  route: 60_000,
  connect: 15_000,
  idle: 60_000,
  headers: 120_000,
};
const mostRedirects = 5;
/** Bytes of the body of a redirect that is followed. */
const longestRedirect = 64 * 1024;

/** The only HTTP of the extension. No socket is opened before the first request. */
export function createNodeFetchTransport(times: Partial<TransportTimes> = {}): HttpTransport {
  const limits = { ...defaultTimes, ...times };
  return async (request) => {
    const exchange = new HttpExchange(hostOf(request.url), request.signal);
    try {
      exchange.signal.throwIfAborted();
      const parts = request.body && partsOf(request.body);
      for (let url = request.url, headers = headersOf(request, parts), redirects = 0; ;) {
        const body = parts && (await bodyOf(parts, request, exchange, limits));
        exchange.signal.throwIfAborted();
        const response = await connecting(exchange, limits, () =>
          fetch(url, {
            method: request.method,
            headers,
            ...(body && { body }),
            redirect: 'manual',
            signal: exchange.signal,
          }),
        );
        const next = redirectOf(request, url, response);
        if (next === undefined || redirects++ >= mostRedirects) {
          return new NodeFetchResponse(response, exchange, limits.idle, () => body?.destroy());
        }
        endRedirect(response);
        headers = forwardedHeaders(headers, url, next);
        url = next;
      }
    } catch (error) {
      exchange.finish();
      throw exchange.toError(error);
    }
  };
}

/**
 * Makes a request, whose agent is left to Node and to VS Code: with one of our own, VS Code's proxy
 * support would stand aside (`http.proxySupport`: `on`) or put its own in its place.
 */
function connecting<Result>(
  exchange: HttpExchange,
  limits: TransportTimes,
  send: () => Result,
): Result {
  exchange.connecting();
  const onConnected = (): void => {
    exchange.connected();
    exchange.expectWithin(limits.headers, 'answer');
  };
  const [result, request] = requestMadeBy(send);
  const onLate = (milliseconds: number): void => exchange.notConnected(milliseconds);
  if (request) watchConnection(request, limits, { onConnected, onLate });
  else onConnected();
  return result;
}

function hostOf(url: string): string {
  if (!URL.canParse(url)) {
    throw new ImageKitError('invalidInput', `"${url}" is not a valid address.`, { subject: 'url' });
  }
  return new URL(url).host;
}

/** Makes whatever class it is given of the parts of a form; its types know of a `Blob` only. */
const encodeForm: (form: FormData, type: typeof BodyParts) => unknown = formDataToBlob;

/** A form's parts only refer to its files, so their size is known and nothing is read yet. */
function partsOf(body: HttpBody): BodyParts {
  if (body.kind === 'json') {
    return new BodyParts([JSON.stringify(body.value)], { type: 'application/json' });
  }
  const parts = encodeForm(body.form, BodyParts);
  if (parts instanceof BodyParts) return parts;
  throw new TypeError('formdata-polyfill made something else of the form.');
}

type Headers = Readonly<Record<string, string>>;

function headersOf(request: HttpRequest, parts: BodyParts | undefined): Headers {
  return {
    'User-Agent': 'imagekit-vscode',
    // VS Code's agents would ask to close it (microsoft/vscode#228872); Node's behind them keeps it.
    Connection: 'keep-alive',
    ...request.headers,
    ...(parts && { 'Content-Type': parts.type, 'Content-Length': String(parts.size) }),
  };
}

function bodyOf(
  parts: BodyParts,
  { onUploadProgress }: HttpRequest,
  exchange: HttpExchange,
  limits: TransportTimes,
): ReturnType<typeof countingBody> {
  return countingBody(parts, {
    onBytes: (sent) => {
      if (exchange.signal.aborted) return;
      if (sent < parts.size) exchange.expectWithin(limits.idle, 'progress of sending');
      else exchange.expectWithin(limits.headers, 'answer');
      onUploadProgress?.(sent, parts.size);
    },
    onFailure: (error) => exchange.bodyFailed(error),
  });
}

/** A short text keeps the connection; more is not waited for. */
function endRedirect({ body, headers }: FetchResponse): void {
  const length = Number(headers.get('content-length') ?? Number.NaN);
  if (length <= longestRedirect) body?.resume();
  else if (body instanceof Readable) body.destroy();
}

/** Where a GET or HEAD goes next. A redirect of anything else is left to the caller as the answer it is. */
function redirectOf(
  request: HttpRequest,
  url: string,
  response: FetchResponse,
): string | undefined {
  const location = response.headers.get('location');
  if (!['GET', 'HEAD'].includes(request.method) || location === null) return undefined;
  if (response.status < 300 || response.status > 399 || !URL.canParse(location, url)) {
    return undefined;
  }
  const next = new URL(location, url);
  return next.protocol === 'https:' || next.protocol === 'http:' ? next.href : undefined;
}

/** The key belongs to the host it was meant for: it goes along to the same origin only. */
function forwardedHeaders(headers: Headers, from: string, to: string): Headers {
  if (new URL(from).origin === new URL(to).origin) return headers;
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'),
  );
}
