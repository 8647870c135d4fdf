/** What the service says at the end of most error answers. */
export const supportHelp = 'For support kindly contact us at support@imagekit.io .';

export interface ApiErrorOptions {
  readonly help?: string;
  /** Stable upper-case code, on the operations that document one. */
  readonly reason?: string;
  /** Further documented members, such as `missingFileIds`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A refusal in ImageKit's JSON shape: `{ message, help, reason?, ...extra }`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #options: ApiErrorOptions;

  constructor(status: number, message: string, options: ApiErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.status = status;
    this.headers = options.headers ?? {};
    this.#options = options;
  }

  get reason(): string | undefined {
    return this.#options.reason;
  }

  toBody(): Record<string, unknown> {
    const { help = supportHelp, reason, extra } = this.#options;
    return {
      message: this.message,
      help,
      ...(reason === undefined ? {} : { reason }),
      ...extra,
    };
  }
}
