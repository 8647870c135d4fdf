import { buildSignedSrc } from './buildSignedSrc.ts';
import { buildTransformationString, type TransformationStep } from './buildTransformationString.ts';
import { appendTo, queryOf } from './queryParameters.ts';
import { own } from './own.ts';
import { collapseSlashes, isPlainPath, pathJoin } from './pathJoin.ts';
import type { SdkContext } from './sdkContext.ts';
import { parseSdkEndpoint } from './sdkEndpoint.ts';

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

/**
 * `buildSrc` of @imagekit/javascript 5.5; of @imagekit/nodejs 7 where the URL is signed or expires.
 * Source: https://github.com/imagekit-developer/imagekit-javascript
 * @returns The URL; empty without `src`, and where `src` or the endpoint is no URL.
 * @throws TypeError where a text is something else, as the SDKs do.
 */
export function buildSrc(options: SrcOptions, context: SdkContext = {}): string {
  const expiresIn = own(options, 'expiresIn');
  if (own(options, 'signed') === true || (expiresIn && expiresIn > 0)) {
    return buildSignedSrc(options, context);
  }
  const src = own(options, 'src');
  if (!src) return '';
  const isAbsolute = src.startsWith('http://') || src.startsWith('https://');
  if (isAbsolute) return buildAbsolute(src, options);
  const urlEndpoint = own(options, 'urlEndpoint') || '';
  const endpoint = parseSdkEndpoint(urlEndpoint);
  if (!endpoint) return '';
  const isInPath = (own(options, 'transformationPosition') || 'query') !== 'query';
  const chain = buildTransformationString(own(options, 'transformation'));
  const path = isInPath && chain !== '' ? pathJoin(`tr:${chain}`, src) : src;
  if (endpoint.isPlain && isPlainPath(path)) {
    const query = queryOf(own(options, 'queryParameters'));
    const location = endpoint.origin + pathJoin(endpoint.path, path);
    return isInPath ? location + query : appendChain(location + query, query !== '', chain);
  }
  // Step by step as the SDK does it.
  const url = URL.parse(collapseSlashes(`${urlEndpoint.replace(endpoint.path, '')}/${src}`));
  if (!url) return '';
  appendTo(url.searchParams, own(options, 'queryParameters'));
  if (isInPath && chain !== '') url.pathname = collapseSlashes(`tr:${chain}/${url.pathname}`);
  url.pathname = collapseSlashes(`${endpoint.path}/${url.pathname}`);
  return isInPath ? url.href : appendChain(url.href, url.searchParams.size > 0, chain);
}

function buildAbsolute(src: string, options: SrcOptions): string {
  const url = URL.parse(src);
  if (!url) return '';
  appendTo(url.searchParams, own(options, 'queryParameters'));
  const chain = buildTransformationString(own(options, 'transformation'));
  url.pathname = collapseSlashes(url.pathname);
  return appendChain(url.href, url.searchParams.size > 0, chain);
}

function appendChain(url: string, hasQuery: boolean, chain: string): string {
  return chain === '' ? url : `${url}${hasQuery ? '&' : '?'}tr=${chain}`;
}
