import { hmacSha1 } from '../hmacSha1.ts';
import { buildTransformationString, type TransformationStep } from './buildTransformationString.ts';

export interface SrcOptions {
  /** A path under the endpoint, or an absolute URL, which always gets its `tr` in the query. */
  readonly src: string;
  readonly urlEndpoint: string;
  readonly transformation?: readonly TransformationStep[];
  /** Default `query`. */
  readonly transformationPosition?: 'path' | 'query';
  readonly queryParameters?: Readonly<Record<string, string | number>>;
  readonly signed?: boolean;
  /** Seconds; a URL that expires is signed. */
  readonly expiresIn?: number;
}

/** What an SDK holds from its initialisation. */
export interface SdkContext {
  readonly privateKey?: string;
  /** As `Date.now`: milliseconds since the epoch. */
  readonly now?: () => number;
}

const neverExpires = 9_999_999_999;

/**
 * `buildSrc` of @imagekit/javascript 5.5, with `signed` and `expiresIn` of @imagekit/nodejs 7.
 * Where the two differ it encodes as the former.
 * @returns The URL; empty without `src` and where `src` is no URL, as the SDKs answer.
 */
export function buildSrc(
  options: SrcOptions,
  { privateKey = '', now = Date.now }: SdkContext = {},
): string {
  const { src, urlEndpoint, transformation, queryParameters = {}, signed, expiresIn } = options;
  if (!src) return '';
  const isAbsolute = src.startsWith('http://') || src.startsWith('https://');
  const url = URL.parse(isAbsolute ? src : pathJoin([urlEndpoint, src]));
  if (!url) return '';
  for (const [name, value] of Object.entries(queryParameters)) {
    url.searchParams.append(name, String(value));
  }

  const chain = buildTransformationString(transformation);
  const isInPath = options.transformationPosition === 'path' && !isAbsolute;
  if (chain !== '' && isInPath) insertIntoPath(url, urlEndpoint, chain);
  const unsigned =
    chain !== '' && !isInPath ? `${url.href}${url.search === '' ? '?' : '&'}tr=${chain}` : url.href;

  const expires = expiresIn !== undefined && expiresIn > 0;
  if (!signed && !expires) return unsigned;
  const expiry = expires ? Math.floor(now() / 1000) + expiresIn : neverExpires;
  const toSign = unsigned.replace(`${urlEndpoint.replace(/\/+$/, '')}/`, '') + String(expiry);
  const parameters = `${expires ? `ik-t=${expiry}&` : ''}ik-s=${hmacSha1(privateKey, toSign)}`;
  return `${unsigned}${unsigned.includes('?') ? '&' : '?'}${parameters}`;
}

/** Puts the `tr:` segment right behind the endpoint's own path. */
function insertIntoPath(url: URL, urlEndpoint: string, chain: string): void {
  const base = (URL.parse(urlEndpoint)?.pathname ?? '').replace(/\/+$/, '');
  const rest = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : url.pathname;
  url.pathname = pathJoin([base, `tr:${chain}`, rest]);
}

/** Joins with single slashes, but for those of the scheme. */
function pathJoin(parts: readonly string[]): string {
  return parts.join('/').replaceAll(/(?<!^https?:)\/{2,}/g, '/');
}
