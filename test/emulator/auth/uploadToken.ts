import { createHmac } from 'node:crypto';
import { ApiError } from '../server/apiError.ts';
import { isJsonObject } from '../server/readJsonBody.ts';
import type { JsonObject } from '../server/readJsonBody.ts';
import { equalText } from './clientSignature.ts';
import { demoKeys } from './demoKeys.ts';

const maximumLife = 3600;

const refuse = (why: string): ApiError => new ApiError(400, `The token is invalid: ${why}.`);

/**
 * Checks the token of a client-side upload to v2: a JWT whose payload names every field.
 * @param fields what was sent, without the file and the token.
 * @param usedTokens tokens are good for one attempt, failed or not; this one is added.
 * @throws {ApiError} 400.
 */
export function checkUploadToken(
  token: string,
  fields: Readonly<Record<string, string>>,
  usedTokens: Set<string>,
  nowSeconds: number,
): void {
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  const header = decode(head);
  const payload = decode(body);
  if (more.length > 0 || header === undefined || payload === undefined) {
    throw refuse('it is no JWT');
  }
  if (header['alg'] !== 'HS256' || header['kid'] !== demoKeys.publicKey) {
    throw refuse('its header must have alg HS256 and the public key as kid');
  }
  const expected = createHmac('sha256', demoKeys.privateKey).update(`${head}.${body}`);
  if (!equalText(signature, expected.digest('base64url'))) throw refuse('its signature is wrong');
  checkLife(payload, nowSeconds);
  if (usedTokens.has(token)) throw refuse('it was used already');
  usedTokens.add(token);
  const { iat: _iat, exp: _exp, ...claims } = payload;
  const names = new Set([...Object.keys(claims), ...Object.keys(fields)]);
  for (const name of names) {
    if (claims[name] !== fields[name]) throw refuse(`it does not match the field ${name}`);
  }
}

function checkLife({ iat, exp }: JsonObject, nowSeconds: number): void {
  if (typeof iat !== 'number' || typeof exp !== 'number') throw refuse('it needs iat and exp');
  if (exp - iat > maximumLife) throw refuse('it lives longer than an hour');
  if (exp <= nowSeconds) throw refuse('it has expired');
}

function decode(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
