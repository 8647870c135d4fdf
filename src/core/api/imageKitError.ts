import { redact, redactCause, redactMembers } from './redact.ts';

/**
 * Why a call failed. Those from an HTTP status name it; the others never got an answer that could
 * be used. Source of the statuses: https://imagekit.io/docs/api-reference
 */
export type ImageKitErrorReason =
  /** 400 */
  | 'badRequest'
  /** 401: no usable key in the request. */
  | 'unauthorized'
  /** 403: the key is unknown, expired or may not do this, or the account's quota is used up. */
  | 'forbidden'
  /** 404 */
  | 'notFound'
  /** 409: the name is taken, or the thing is still in use. */
  | 'conflict'
  /** 413 */
  | 'tooLarge'
  /** 423: a bulk job holds the folder. */
  | 'locked'
  /** 429 */
  | 'rateLimited'
  /** 5xx */
  | 'server'
  /** No connection: name not found, refused, no route, no answer to the connection attempt. */
  | 'unreachable'
  /** The host's certificate is not trusted. */
  | 'certificate'
  /** The connection broke while sending or receiving. */
  | 'connectionLost'
  | 'timedOut'
  /** A job of the service did not end within the time that was given to it; it goes on. */
  | 'stillRunning'
  | 'cancelled'
  /** An answer that is not what the API documents. */
  | 'invalidResponse'
  /** The account is read-only here; nothing was sent. */
  | 'readOnly'
  /** The account was disconnected since the work began; nothing was sent. */
  | 'disconnected'
  | 'fileMissing'
  | 'fileUnreadable'
  /** The file changed on disk while it was sent. */
  | 'fileChanged'
  /** Refused here, before anything was sent; the message says what to correct. */
  | 'invalidInput';

export interface ImageKitErrorDetails {
  readonly status?: number;
  /** `x-ik-requestid` of the answer, what ImageKit's support asks for. */
  readonly requestId?: string;
  /** The `help` of ImageKit's error body. */
  readonly help?: string;
  /** The `reason` of ImageKit's error body, such as `FOLDER_NOT_FOUND`. */
  readonly serviceReason?: string;
  /** How long ImageKit asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The ids that a bulk call does not know; it did nothing for the others either. */
  readonly missingFileIds?: readonly string[];
  /** What is wrong with which field of custom metadata, in the service's own form. */
  readonly fieldErrors?: Readonly<Record<string, unknown>>;
  /** What the error is about: a host, a file's path or a field's name. */
  readonly subject?: string;
  readonly cause?: unknown;
}

/** Any failure of the API client or its transport. Its texts never hold a key or a signature. */
export class ImageKitError extends Error {
  override readonly name = 'ImageKitError';
  readonly reason: ImageKitErrorReason;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly help: string | undefined;
  readonly serviceReason: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly missingFileIds: readonly string[];
  readonly fieldErrors: Readonly<Record<string, unknown>> | undefined;
  readonly subject: string | undefined;

  constructor(reason: ImageKitErrorReason, message: string, details: ImageKitErrorDetails = {}) {
    const { cause, fieldErrors, missingFileIds = [] } = details;
    super(redact(message), cause === undefined ? undefined : { cause: redactCause(cause) });
    this.reason = reason;
    this.status = details.status;
    this.requestId = redacted(details.requestId);
    this.help = redacted(details.help);
    this.serviceReason = redacted(details.serviceReason);
    this.retryAfterMs = details.retryAfterMs;
    this.missingFileIds = missingFileIds.map((id) => redact(id));
    this.fieldErrors = fieldErrors && redactMembers(fieldErrors);
    this.subject = redacted(details.subject);
  }
}

function redacted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : redact(text);
}

/** Whether `error` is an `ImageKitError`, of the given reason where one is given. */
export function isImageKitError(
  error: unknown,
  reason?: ImageKitErrorReason,
): error is ImageKitError {
  return error instanceof ImageKitError && (reason === undefined || error.reason === reason);
}
