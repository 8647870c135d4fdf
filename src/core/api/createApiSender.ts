import type { Account } from '../accounts/account.ts';
import type { ApiRequest, ApiSender } from './apiRequest.ts';
import type { Clock } from './clock.ts';
import type { HttpResponse, HttpTransport } from './httpTransport.ts';
import { ImageKitError, isImageKitError } from './imageKitError.ts';
import { errorOfResponse, requestIdOf } from './responseErrors.ts';

/**
 * Sends calls with the account's key; every answer that is no success becomes an error.
 * @param onAnswer Told every answer, before it is judged.
 */
export function createApiSender(
  transport: HttpTransport,
  account: Pick<Account, 'privateKey' | 'apiOrigin' | 'uploadOrigin'>,
  clock: Pick<Clock, 'now'>,
  onAnswer?: (request: ApiRequest, response: HttpResponse) => void,
): ApiSender {
  const authorization = basicAuthorization(account.privateKey);
  const secrets = [account.privateKey, authorization.slice('Basic '.length)];

  return async (request) => {
    const response = await transport({
      method: request.method,
      url: urlOf(request, request.host === 'api' ? account.apiOrigin : account.uploadOrigin),
      headers: { Accept: 'application/json', Authorization: authorization },
      ...(request.body && { body: request.body }),
      ...(request.signal && { signal: request.signal }),
      ...(request.onUploadProgress && { onUploadProgress: request.onUploadProgress }),
    });
    onAnswer?.(request, response);
    if (response.status < 200 || response.status > 299) {
      throw errorOfResponse(response, await readErrorBody(response), secrets, clock.now());
    }
    const requestId = requestIdOf(response, secrets);
    const date = Date.parse(response.header('date') ?? '');
    return {
      status: response.status,
      requestId,
      date: Number.isNaN(date) ? undefined : date,
      value: parseBody(await response.text(), response.status, requestId),
    };
  };
}

/** The private key is the user name, the password is empty. */
function basicAuthorization(privateKey: string): string {
  const bytes = new TextEncoder().encode(`${privateKey}:`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))}`;
}

function urlOf({ path, query = {} }: ApiRequest, origin: string): string {
  if (!URL.canParse(path, origin)) {
    throw new ImageKitError('invalidInput', `"${origin}" is not the address of an API.`, {
      subject: 'origin',
    });
  }
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

/** A service that refuses an upload early may break the connection: the status says enough. */
async function readErrorBody(response: HttpResponse): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    if (isImageKitError(error, 'cancelled')) throw error;
    return '';
  }
}

function parseBody(text: string, status: number, requestId: string | undefined): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Without the cause, which quotes the text, and that may hold anything.
    throw new ImageKitError(
      'invalidResponse',
      `The service answered with ${text.trimStart().startsWith('<') ? 'a web page' : 'a text that is not JSON'}`,
      { status, ...(requestId === undefined ? {} : { requestId }) },
    );
  }
}
