import { removeSignature } from './editUrl.ts';
import { hmacSha1 } from './hmacSha1.ts';
import { parseImageKitUrl } from './parseImageKitUrl.ts';
import { parseUrlEndpoint } from './urlEndpoint.ts';
import { UrlError } from './urlError.ts';
import { t } from '../text/l10n.ts';

export interface Signing {
  readonly privateKey: string;
  /** Seconds from now until the URL stops working; without it the URL works for ever. */
  readonly expiresInSeconds?: number;
}

export interface SignUrlOptions extends Signing {
  /** Without trailing slash or with it. */
  readonly urlEndpoint: string;
  /** Milliseconds since the epoch; default `Date.now()`. */
  readonly now?: number;
}

/** What is signed in place of an expiry where there is none, in seconds since the epoch. */
const neverExpires = 9_999_999_999;

/**
 * The `ik-s` of a URL: HMAC-SHA1 over what follows the endpoint's slash, and the expiry.
 * Source: https://imagekit.io/docs/media-delivery-basic-security#signed-urls
 * @param endpoint Without trailing slash or with it; compared byte for byte.
 * @param url Exactly as it will be requested, without `ik-t` and `ik-s`.
 * @param expiry Seconds since the epoch, as printed in `ik-t`.
 * @returns 40 lower-case hexadecimal digits.
 * @throws UrlError rather than making a signature that ImageKit would refuse.
 */
export function signature(
  privateKey: string,
  endpoint: string,
  url: string,
  expiry: number = neverExpires,
): string {
  if (privateKey.trim() === '') {
    throw new UrlError(
      'emptyKey',
      'privateKey',
      t('A URL cannot be signed without a private key.'),
    );
  }
  if (!Number.isInteger(expiry) || expiry <= 0 || expiry > neverExpires) {
    throw new UrlError('invalidExpiry', 'expiry', t('An expiry is a time in whole seconds.'));
  }
  const prefix = `${endpoint.replace(/\/+$/, '')}/`;
  if (!url.startsWith(prefix)) throw notUnder(prefix);
  return hmacSha1(privateKey, url.slice(prefix.length) + String(expiry));
}

/**
 * Appends `ik-t` (where it expires) and `ik-s` to a URL, in place of the signature it has. What
 * clients encode when they send a URL, such as spaces, is encoded first: the printed bytes are the
 * signed ones.
 * @param url Absolute, without placeholders; a fragment stays and is not signed.
 * @throws UrlError
 */
export function signUrl(
  url: string,
  { privateKey, expiresInSeconds, urlEndpoint, now = Date.now() }: SignUrlOptions,
): string {
  const endpoint = parseUrlEndpoint(urlEndpoint);
  if (endpoint.kind === 'invalid') {
    throw new UrlError('invalidEndpoint', 'urlEndpoint', endpoint.message);
  }
  const [sent, fragment] = splitFragment(asSent(url));
  const parsed = parseImageKitUrl(sent, 0, [endpoint.urlEndpoint], []);
  if (!parsed || !sent.startsWith(`${endpoint.urlEndpoint}/`)) throw notUnder(endpoint.urlEndpoint);
  if (/^(?:\?|$)/.test(sent.slice(endpoint.urlEndpoint.length + 1))) {
    throw new UrlError('emptyPath', 'url', t('Only the URL of a file can be signed.'));
  }
  // Whether the question mark of an empty query is signed would be ambiguous.
  const unsigned = removeSignature(parsed).replace(/^([^?]*)\?&*$/, '$1');
  const expiry = expiresInSeconds === undefined ? undefined : expiryAfter(expiresInSeconds, now);
  const parameters = [
    ...(expiry === undefined ? [] : [`ik-t=${expiry}`]),
    `ik-s=${signature(privateKey, endpoint.urlEndpoint, unsigned, expiry)}`,
  ];
  return `${unsigned}${unsigned.includes('?') ? '&' : '?'}${parameters.join('&')}${fragment}`;
}

function expiryAfter(seconds: number, now: number): number {
  const expiry = Math.floor(now / 1000) + seconds;
  if (!Number.isInteger(seconds) || seconds <= 0 || !(expiry <= neverExpires)) {
    throw new UrlError(
      'invalidExpiry',
      'expiresInSeconds',
      t('The expiry of a signed URL is a whole number of seconds above 0, before the year 2286.'),
    );
  }
  return expiry;
}

/** The bytes that every client requests for a URL. */
function asSent(url: string): string {
  const href = URL.parse(url)?.href;
  if (href === undefined || /[{}<>]/.test(url)) {
    throw new UrlError(
      'notEncodable',
      'url',
      t('Only a complete URL without placeholders can be signed.'),
    );
  }
  return href;
}

function splitFragment(url: string): readonly [url: string, fragment: string] {
  const hash = url.indexOf('#');
  return hash === -1 ? [url, ''] : [url.slice(0, hash), url.slice(hash)];
}

function notUnder(endpoint: string): UrlError {
  return new UrlError(
    'notUnderEndpoint',
    'url',
    t('Only URLs under {endpoint} can be signed.', { endpoint }),
  );
}
