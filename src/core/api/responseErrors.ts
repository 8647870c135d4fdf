import * as v from 'valibot';
import type { HttpResponse } from './httpTransport.ts';
import { ImageKitError, type ImageKitErrorReason } from './imageKitError.ts';
import { redact, redactMembers } from './redact.ts';

const reasonOfStatus: ReadonlyMap<number, ImageKitErrorReason> = new Map([
  [400, 'badRequest'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [408, 'timedOut'],
  [409, 'conflict'],
  [413, 'tooLarge'],
  [423, 'locked'],
  [429, 'rateLimited'],
]);

const errorBodySchema = v.looseObject({
  message: v.optional(v.string()),
  help: v.optional(v.string()),
  reason: v.optional(v.string()),
  /** Of bulk calls that did nothing because of them. */
  missingFileIds: v.fallback(v.optional(v.array(v.string())), undefined),
  /** By field, of bad custom metadata. */
  errors: v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined),
});

/** Longest part of a foreign body that a message quotes. */
const longestQuote = 300;

export function requestIdOf(
  response: HttpResponse,
  secrets: readonly string[],
): string | undefined {
  const id = response.header('x-ik-requestid') ?? response.header('x-request-id');
  return id === undefined ? undefined : redact(id, secrets);
}

/**
 * The error that an answer other than a success stands for. Its body may be ImageKit's JSON, a
 * proxy's HTML page, cut off or empty.
 * @param now Unix milliseconds, against which a `Retry-After` date is a wait.
 */
export function errorOfResponse(
  response: HttpResponse,
  body: string,
  secrets: readonly string[],
  now: number,
): ImageKitError {
  const { status } = response;
  const { message, help, reason: serviceReason, missingFileIds, errors } = parseErrorBody(body);
  const requestId = requestIdOf(response, secrets);
  const retryAfterMs = retryAfter(response, now);
  return new ImageKitError(
    reasonOf(status),
    redact(message ?? `The service answered with status ${status}`, secrets),
    {
      status,
      ...(help === undefined ? {} : { help: redact(help, secrets) }),
      ...(serviceReason === undefined ? {} : { serviceReason: redact(serviceReason, secrets) }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(missingFileIds === undefined
        ? {}
        : { missingFileIds: missingFileIds.map((id) => redact(id, secrets)) }),
      ...(errors === undefined ? {} : { fieldErrors: redactMembers(errors, secrets) }),
    },
  );
}

function reasonOf(status: number): ImageKitErrorReason {
  const known = reasonOfStatus.get(status);
  if (known) return known;
  if (status >= 500) return 'server';
  return status >= 400 ? 'badRequest' : 'invalidResponse';
}

function parseErrorBody(body: string): v.InferOutput<typeof errorBodySchema> {
  const trimmed = body.trim();
  if (trimmed.startsWith('{')) {
    try {
      const parsed = v.safeParse(errorBodySchema, JSON.parse(trimmed));
      if (parsed.success) return parsed.output;
    } catch {
      // Cut off or not JSON after all: treated as any other foreign body.
    }
    return {};
  }
  if (trimmed === '' || trimmed.startsWith('[')) return {};
  const text = trimmed
    .slice(0, 10_000)
    .replaceAll(/<(script|style)\b.*?<\/\1\s*>/gis, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text === '' ? {} : { help: text.slice(0, longestQuote) };
}

/** ImageKit says milliseconds in `X-RateLimit-Reset`; a proxy in between may say `Retry-After`. */
function retryAfter(response: HttpResponse, now: number): number | undefined {
  if (response.status !== 429 && response.status !== 503) return undefined;
  const reset = nonNegative(response.header('x-ratelimit-reset'));
  if (reset !== undefined) return reset;
  const header = response.header('retry-after');
  const seconds = nonNegative(header);
  if (seconds !== undefined) return seconds * 1000;
  const date = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

export function nonNegative(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}
