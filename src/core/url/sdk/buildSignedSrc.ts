import { hmacSha1 } from '../hmacSha1.ts';
import { appendTo, queryOf } from './queryParameters.ts';
import type { SrcOptions } from './buildSrc.ts';
import { buildNodeTransformationString } from './buildTransformationString.ts';
import { own } from './own.ts';
import { isPlainPath, pathJoin } from './pathJoin.ts';
import { expiryAfter, neverExpires, type SdkContext } from './sdkContext.ts';
import { parseSdkEndpoint } from './sdkEndpoint.ts';

/** Stands for the chain while a parser is at work that would encode it. */
const placeholder = 'PLEASEREPLACEJUSTBEFORESIGN';

/**
 * `buildSrc` of @imagekit/nodejs 7 for a URL that is signed.
 * Source: https://github.com/imagekit-developer/imagekit-nodejs
 */
export function buildSignedSrc(options: SrcOptions, context: SdkContext): string {
  const src = own(options, 'src');
  if (!src) return '';
  const urlEndpoint = own(options, 'urlEndpoint') || '';
  const built = buildUnsigned(src, urlEndpoint, options);
  if (!built) return '';
  const expiresIn = own(options, 'expiresIn');
  const expiry = expiresIn && expiresIn > 0 ? expiryAfter(expiresIn, context) : neverExpires;
  const expires = expiry === neverExpires ? '' : `ik-t=${expiry}&`;
  const signature = sign(built.url, urlEndpoint, expiry, context);
  return `${built.url}${built.hasQuery ? '&' : '?'}${expires}ik-s=${signature}`;
}

interface Built {
  readonly url: string;
  readonly hasQuery: boolean;
}

function buildUnsigned(src: string, urlEndpoint: string, options: SrcOptions): Built | undefined {
  const isAbsolute = src.startsWith('http://') || src.startsWith('https://');
  const endpoint = isAbsolute ? undefined : parseSdkEndpoint(urlEndpoint);
  if (!isAbsolute && !endpoint) return undefined;
  const position = own(options, 'transformationPosition') || 'query';
  const isInQuery = position === 'query' || isAbsolute;
  const queryParameters = own(options, 'queryParameters');
  const isPlain = endpoint?.isAsWritten === true && isPlainPath(src);
  const url = isPlain ? undefined : URL.parse(isAbsolute ? src : urlEndpoint);
  if (!isPlain && !url) return undefined;
  const chain = buildNodeTransformationString(own(options, 'transformation'));
  const path = chain === '' || isInQuery ? src : pathJoin(`tr:${placeholder}`, src);
  if (url) {
    appendTo(url.searchParams, queryParameters);
    if (endpoint) url.pathname = pathJoin(endpoint.path, path);
  }
  const query = url ? '' : queryOf(queryParameters);
  const location =
    url?.href ?? `${endpoint?.origin}${pathJoin(endpoint?.path ?? '', path)}${query}`;
  const hadQuery = url ? url.searchParams.size > 0 : query !== '';
  if (chain === '') return { url: location, hasQuery: hadQuery };
  const whole = isInQuery ? `${location}${hadQuery ? '&' : '?'}tr=${placeholder}` : location;
  // Not by a function: the SDK, too, takes `$&` in a chain for a pattern.
  const replaced = whole.replace(placeholder, chain);
  // A chain, too, may hold what begins a query or a fragment.
  const hasQuery =
    isPlain && !/[?#]/.test(chain)
      ? hadQuery || isInQuery
      : new URL(replaced).searchParams.size > 0;
  return { url: replaced, hasQuery };
}

/** Empty without a key or an endpoint. */
function sign(
  url: string,
  urlEndpoint: string,
  expiry: number,
  { privateKey }: SdkContext,
): string {
  if (!privateKey || !urlEndpoint) return '';
  const prefix = urlEndpoint.endsWith('/') ? urlEndpoint : `${urlEndpoint}/`;
  return hmacSha1(privateKey, url.replace(prefix, '') + String(expiry));
}
