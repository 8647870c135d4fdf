import { ApiError } from '../server/apiError.ts';
import type { Exchange } from '../server/exchange.ts';
import { sendError, sendJson } from '../server/respond.ts';
import { readToEnd } from './drop.ts';
import { statusMessages } from './statusMessages.ts';

/** The service's own wait hint, in milliseconds, unless a limit says otherwise. */
const defaultLimit = {
  'x-ratelimit-limit': '5',
  'x-ratelimit-reset': '1000',
  'x-ratelimit-interval': '1000',
};

/** Refuses a request with a status, after it has been read. */
export async function answerStatus(
  exchange: Exchange,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body?: object,
): Promise<void> {
  const all = { ...(status === 429 ? defaultLimit : {}), ...headers };
  for (const [name, value] of Object.entries(all)) exchange.response.setHeader(name, value);
  await readToEnd(exchange);
  if (body !== undefined) sendJson(exchange, status, body);
  else sendError(exchange, new ApiError(status, statusMessages[status] ?? 'The request failed.'));
}
