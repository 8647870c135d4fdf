import { ApiError } from './apiError.ts';
import type { Exchange } from './exchange.ts';

const maximumBytes = 1024 * 1024;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export async function readJson(exchange: Exchange): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of exchange.body) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > maximumBytes) throw new ApiError(400, 'The request body is too large.');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError(400, 'The request body is not valid JSON.', { cause });
  }
}

/** @throws {ApiError} 400 when the body is anything but a JSON object. */
export async function readJsonObject(exchange: Exchange): Promise<JsonObject> {
  const value = await readJson(exchange);
  if (!isJsonObject(value)) throw new ApiError(400, 'The request body must be a JSON object.');
  return value;
}
