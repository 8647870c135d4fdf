import type { HttpBody, HttpRequest } from './httpTransport.ts';

/** What every method of the client takes beside its parameters. */
export interface RequestOptions {
  /** Aborting closes the connection; the call then fails with the reason `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

export type QueryValue = string | number | boolean | undefined;

/**
 * What a second sending of the same call does: `read` changes nothing, `idempotent` ends where the
 * first one did, `once` does its work a second time or fails because of the first.
 */
export type Repeatability = 'read' | 'idempotent' | 'once';

/** One call of the API, before it is known to which host and with which key it goes. */
export interface ApiRequest extends RequestOptions {
  readonly method: HttpRequest['method'];
  /** Which of the account's two hosts takes the call. */
  readonly host: 'api' | 'upload';
  /** Begins with `/v1/` or `/api/`; its variable parts are percent-encoded already. */
  readonly path: string;
  /** The path with `{name}` for its parameters, where it has some. */
  readonly template?: string;
  readonly repeat: Repeatability;
  /** Members that are `undefined` are left out. */
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly body?: HttpBody | undefined;
  readonly onUploadProgress?: HttpRequest['onUploadProgress'] | undefined;
  /** ImageKit takes no more requests for now; the call goes on by itself after so many milliseconds. */
  readonly onRateLimited?: ((waitMs: number) => void) | undefined;
}

/** A successful answer: the status and the body as JSON, `undefined` for an empty body. */
export interface ApiAnswer {
  readonly status: number;
  readonly value: unknown;
  readonly requestId?: string | undefined;
  /** The service's own clock when it answered, in Unix milliseconds; whole seconds. */
  readonly date?: number | undefined;
}

/** Sends one call of the API with the account's key. Fails with an `ImageKitError`. */
export type ApiSender = (request: ApiRequest) => Promise<ApiAnswer>;
