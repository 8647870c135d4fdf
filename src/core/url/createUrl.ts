import { ensureUrlOptions } from './ensureUrlOptions.ts';
import type { TransformationPosition } from './imageKitUrl.ts';
import { signUrl, type Signing } from './signUrl.ts';
import { UrlError } from './urlError.ts';
import { parseUrlEndpoint } from './urlEndpoint.ts';
import { t } from '../text/l10n.ts';

export interface CreateUrlOptions {
  readonly urlEndpoint: string;
  /** As stored in the media library, not encoded: `/blog/my photo.jpg`. */
  readonly path: string;
  /** The chain without `tr:` or `tr=`: `w-300:rt-90`. */
  readonly transformation?: string;
  /** Default `query`, which lets one purge reach every variant of a file. */
  readonly position?: TransformationPosition;
  /** Appended in this order, before `tr`; without `tr`, `ik-s` and `ik-t`, which have options. */
  readonly queryParameters?: Readonly<Record<string, string>>;
  readonly sign?: Signing;
  /** Milliseconds since the epoch; default `Date.now()`. */
  readonly now?: number;
}

/**
 * Makes every URL that the extension hands out: encodes once, signs exactly what it prints, and
 * refuses rather than making a URL that does not work.
 * @throws UrlError
 */
export function createUrl(options: CreateUrlOptions): string {
  ensureUrlOptions(options);
  const { urlEndpoint, path, transformation = '', position = 'query' } = options;
  const { queryParameters = {}, sign, now } = options;
  const endpoint = parseUrlEndpoint(urlEndpoint);
  if (endpoint.kind === 'invalid') {
    throw new UrlError('invalidEndpoint', 'urlEndpoint', endpoint.message);
  }
  const segments = path.split('/').filter((segment) => segment !== '');
  if (segments.length === 0) {
    throw new UrlError('emptyPath', 'path', t('A URL needs the path of a file.'));
  }
  if (segments.some((segment) => segment === '.' || segment === '..')) {
    throw new UrlError('notEncodable', 'path', t('A URL cannot hold the folder names . and .. .'));
  }
  const chain = encodeChain(transformation);
  const inPath = chain !== '' && position === 'path' ? [`tr:${chain}`] : [];
  const parameters = [
    ...Object.entries(queryParameters).map(
      ([name, value]) =>
        `${encodeAll(name, 'queryParameters')}=${encodeAll(value, 'queryParameters')}`,
    ),
    ...(chain !== '' && position === 'query' ? [`tr=${chain}`] : []),
  ];
  const url =
    [endpoint.urlEndpoint, ...inPath, ...segments.map(encodeSegment)].join('/') +
    (parameters.length === 0 ? '' : `?${parameters.join('&')}`);
  return sign
    ? signUrl(url, {
        ...sign,
        urlEndpoint: endpoint.urlEndpoint,
        ...(now !== undefined && { now }),
      })
    : url;
}

/** What a path may hold as it is (RFC 3986, section 3.3) is left as it is. */
function encodeSegment(segment: string): string {
  const encoded = encodeAll(segment, 'path').replaceAll(
    /%(?:40|3A|24|2C|2B|3D|3B)/g,
    decodeURIComponent,
  );
  // A folder of that name is no transformation.
  return encoded.replace(/^tr:/, 'tr%3A');
}

/** Separators stay literal; what is percent-encoded already, such as base64 text, stays as it is. */
function encodeChain(chain: string): string {
  return encodeWith(encodeURI, chain, 'transformation')
    .replaceAll(/%25(?=[0-9A-Fa-f]{2})/g, '%')
    .replaceAll(/[/?#&+]/g, encodeURIComponent);
}

function encodeAll(text: string, option: keyof CreateUrlOptions): string {
  return encodeWith(encodeURIComponent, text, option);
}

function encodeWith(
  encode: (text: string) => string,
  text: string,
  option: keyof CreateUrlOptions,
): string {
  try {
    // Clients encode a quote in a query by themselves, which would break the signature.
    return encode(text).replaceAll("'", '%27');
  } catch (cause) {
    const message = t('Half a character (a lone surrogate) cannot stand in a URL.');
    throw new UrlError('notEncodable', option, message, { cause });
  }
}
