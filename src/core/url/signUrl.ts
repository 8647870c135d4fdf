import { hmacSha1 } from './hmacSha1.ts';
import { UrlError } from './urlError.ts';

export interface Signing {
  readonly privateKey: string;
  /** Seconds from now until the URL stops working; without it the URL works for ever. */
  readonly expiresInSeconds?: number;
}

export interface SignUrlOptions extends Signing {
  /** Without trailing slash or with it. */
  readonly urlEndpoint: string;
  /** As `Date.now`: milliseconds since the epoch. */
  readonly now?: () => number;
}

/** What is signed in place of an expiry where there is none. */
const neverExpires = '9999999999';

/**
 * Signs exactly the bytes of `url` and appends `ik-t` (where it expires) and `ik-s`.
 * Source: https://imagekit.io/docs/media-delivery-basic-security#signed-urls
 * @param url Ready to be requested: everything percent-encoded, no signature, no fragment.
 * @throws UrlError rather than making a signature that ImageKit would refuse.
 */
export function signUrl(
  url: string,
  { privateKey, expiresInSeconds, urlEndpoint, now = Date.now }: SignUrlOptions,
): string {
  if (privateKey === '') {
    throw new UrlError('emptyKey', 'privateKey', 'A URL cannot be signed without a private key.');
  }
  if (
    expiresInSeconds !== undefined &&
    !(Number.isInteger(expiresInSeconds) && expiresInSeconds > 0)
  ) {
    throw new UrlError(
      'invalidExpiry',
      'expiresInSeconds',
      'The expiry of a signed URL is a whole number of seconds above 0.',
    );
  }
  const endpoint = `${urlEndpoint.replace(/\/+$/, '')}/`;
  if (!url.startsWith(endpoint)) {
    throw new UrlError('notUnderEndpoint', 'url', `Only URLs under ${endpoint} can be signed.`);
  }
  const expiry =
    expiresInSeconds === undefined
      ? undefined
      : String(Math.floor(now() / 1000) + expiresInSeconds);
  const signature = hmacSha1(privateKey, url.slice(endpoint.length) + (expiry ?? neverExpires));
  const parameters = [...(expiry === undefined ? [] : [`ik-t=${expiry}`]), `ik-s=${signature}`];
  return `${url}${url.includes('?') ? '&' : '?'}${parameters.join('&')}`;
}
