import type { HttpBody, HttpRequest } from './httpTransport.ts';

/** What every method of the client takes beside its parameters. */
export interface RequestOptions {
  /** Aborting closes the connection; the call then fails with the reason `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

export type QueryValue = string | number | boolean | undefined;

/** One call of the API, before it is known to which host and with which key it goes. */
export interface ApiRequest extends RequestOptions {
  readonly method: HttpRequest['method'];
  /** Which of the account's two hosts takes the call. */
  readonly host: 'api' | 'upload';
  /** Begins with `/v1/` or `/api/`; its variable parts are percent-encoded already. */
  readonly path: string;
  /** Members that are `undefined` are left out. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: HttpBody;
  readonly onUploadProgress?: HttpRequest['onUploadProgress'] | undefined;
}

/** A successful answer: the status and the body as JSON, `undefined` for an empty body. */
export interface ApiAnswer {
  readonly status: number;
  readonly value: unknown;
  readonly requestId: string | undefined;
}

/** Sends one call of the API with the account's key. Fails with an `ImageKitError`. */
export type ApiSender = (request: ApiRequest) => Promise<ApiAnswer>;
