/** Bytes to send: a JSON value, or form fields of which a `Blob` may be backed by a file on disk. */
export type HttpBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly form: FormData };

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
  /** Aborting closes the socket; the transport then fails with the reason `cancelled`. */
  readonly signal?: AbortSignal;
  /** Called with the bytes handed to the socket so far and the bytes of the whole body. */
  readonly onUploadProgress?: (sent: number, total: number) => void;
}

export interface HttpResponse {
  readonly status: number;
  /** Header by name, in any case. */
  header(name: string): string | undefined;
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
}

/**
 * Sends one request. Any HTTP status is a response, not an error.
 * Fails with an `ImageKitError` whose reason is `cancelled`, `timedOut`, `unreachable`,
 * `certificate`, `connectionLost` or `fileChanged`.
 */
export type HttpTransport = (request: HttpRequest) => Promise<HttpResponse>;
