import { ImageKitError, type ImageKitErrorReason } from '../core/api/imageKitError.ts';
import { formatBytes } from '../core/text/formatBytes.ts';
import { networkError } from './networkErrors.ts';

/**
 * One request with its answer: what may end it early (the caller, a time-out, a body that cannot
 * be read) and which error its end stands for.
 */
export class HttpExchange {
  readonly #host: string;
  readonly #caller: AbortSignal | undefined;
  readonly #controller = new AbortController();
  readonly #onCallerAbort = (): void => this.#controller.abort();
  #timer: NodeJS.Timeout | undefined;
  #finished = false;
  #isConnected = false;
  /** Set by whatever ended the exchange first; the network's own error then follows from it. */
  #ending: ImageKitError | undefined;

  constructor(host: string, caller: AbortSignal | undefined) {
    this.#host = host;
    this.#caller = caller;
    if (caller?.aborted) this.#onCallerAbort();
    else caller?.addEventListener('abort', this.#onCallerAbort, { once: true });
  }

  /** Aborted by the caller and by a time-out; node-fetch then closes the socket. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Nothing is expected of the host before there is a connection, which has times of its own. */
  connecting(): void {
    clearTimeout(this.#timer);
    this.#isConnected = false;
  }

  connected(): void {
    this.#isConnected = true;
  }

  /** Starts the time anew in which the next thing must happen, once there is a connection. */
  expectWithin(milliseconds: number, what: string): void {
    if (this.#finished || !this.#isConnected) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#end('timedOut', `no ${what} for ${milliseconds} ms`);
    }, milliseconds).unref();
  }

  /** There was no connection within so many milliseconds. */
  notConnected(milliseconds: number): void {
    this.#end('unreachable', `no connection within ${milliseconds} ms`);
  }

  /** The body could not be read: a file that changed, or one that went away. */
  bodyFailed(cause: unknown): void {
    if (this.signal.aborted) return;
    this.#ending ??=
      cause instanceof ImageKitError
        ? cause
        : new ImageKitError('fileChanged', 'The body could not be read to its end', { cause });
  }

  /** The answer has more bytes than anything that was asked for. */
  tooLong(bytes: number): ImageKitError {
    return new ImageKitError(
      'invalidResponse',
      `${this.#host} answered with more than ${formatBytes(bytes)}`,
      { subject: this.#host },
    );
  }

  finish(): void {
    this.#finished = true;
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#onCallerAbort);
  }

  #end(reason: ImageKitErrorReason, what: string): void {
    if (this.#finished) return;
    this.#ending ??= new ImageKitError(reason, `${this.#host}: ${what}`, { subject: this.#host });
    this.#controller.abort();
    this.finish();
  }

  toError(cause: unknown): ImageKitError {
    if (cause instanceof ImageKitError) return cause;
    if (this.#ending) return this.#ending;
    if (!this.#caller?.aborted) return networkError(this.#host, cause, this.#isConnected);
    // node-fetch tells a time-out of `AbortSignal.timeout` and a cancel alike; the reason does not.
    const reason: unknown = this.#caller.reason;
    const timedOut = reason instanceof Error && reason.name === 'TimeoutError';
    return new ImageKitError(
      timedOut ? 'timedOut' : 'cancelled',
      timedOut ? `${this.#host} did not answer in time` : 'The request was cancelled',
      { subject: this.#host, cause: reason },
    );
  }
}
