import { hmacSha1 } from '../hmacSha1.ts';
import { printClassicChain, type ClassicStep, type Dialect } from './classicChain.ts';
import { formEncode } from './formEncode.ts';
import { normalizePath, parseLegacyUrl, type LegacyUrl } from './legacyUrl.ts';
import { own } from './own.ts';
import { expiryAfter, neverExpires, type SdkContext } from './sdkContext.ts';

export interface UrlOptions {
  readonly urlEndpoint?: string;
  /** Relative to the endpoint; wins over `src`. */
  readonly path?: string;
  /** A whole URL; its transformation always goes into the query. */
  readonly src?: string;
  readonly transformation?: readonly ClassicStep[];
  /** Default `path`. */
  readonly transformationPosition?: 'path' | 'query';
  readonly queryParameters?: Readonly<Record<string, string | number>>;
  readonly signed?: boolean;
  /** Seconds; read only with `signed`. */
  readonly expireSeconds?: number;
  /** `quickstart-2022` prints what ImageKit's guides of 2022 print, the `raw-` prefix included. */
  readonly dialect?: Dialect;
}

export interface UrlContext extends SdkContext {
  readonly urlEndpoint?: string;
}

/**
 * The classic `url()`: the contract of imagekit 5, or of the guides of 2022 by `dialect`.
 * Source: https://github.com/imagekit-developer/imagekit-nodejs
 * @returns Empty without `path` and `src`, as the SDK answers.
 * @throws TypeError where `path`, `src` or, beside a path, the endpoint is no text.
 */
export function url(options: UrlOptions, context: UrlContext = {}): string {
  const path = own(options, 'path');
  const source = path || own(options, 'src');
  if (!source) return '';
  const endpoint = Object.hasOwn(options, 'urlEndpoint')
    ? options.urlEndpoint
    : own(context, 'urlEndpoint');
  const parsed = parseLegacyUrl(requireText(source));
  const base = path ? baseOf(requireText(endpoint)) : baseOfUrl(parsed);

  const chain = printClassicChain(own(options, 'transformation'), own(options, 'dialect'));
  const isInQuery = !path || own(options, 'transformationPosition') === 'query';
  const isInPath = chain !== '' && !isInQuery;
  const { pathname } = parsed;
  const behind = pathname === '' ? '' : withSlash(pathname);
  const whole = isInPath ? normalizePath(`tr:${chain}${behind}`) : pathname;
  const location = base + escapePath(withSlash(whole));

  const query = new Query(parsed.query);
  query.setAll(own(options, 'queryParameters'));
  if (chain !== '' && isInQuery) query.set('tr', chain);
  if (own(options, 'signed') !== true) return query.appendTo(location);

  const seconds = own(options, 'expireSeconds');
  const expiry = seconds ? expiryAfter(seconds, context) : neverExpires;
  const signature = sign(query.appendTo(location), endpoint, expiry, context);
  if (expiry !== neverExpires) query.set('ik-t', String(expiry));
  query.set('ik-s', signature);
  return query.appendTo(location);
}

function requireText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('A URL and its endpoint must be strings.');
  return value;
}

/** Schemes behind which the SDK prints `//`. */
const slashed: ReadonlySet<string> = new Set([
  'http:',
  'https:',
  'ftp:',
  'gopher:',
  'file:',
  'ws:',
  'wss:',
]);

let last: { readonly urlEndpoint: string; readonly base: string } | undefined;

function baseOf(urlEndpoint: string): string {
  // Nearly every call has the endpoint of the call before.
  if (last?.urlEndpoint !== urlEndpoint) {
    const { protocol } = parseLegacyUrl(urlEndpoint);
    const host = urlEndpoint.replace(`${protocol || 'null'}//`, '').replace(/\/$/, '');
    last = { urlEndpoint, base: printBase(protocol, host) };
  }
  return last.base;
}

function baseOfUrl({ protocol, host }: LegacyUrl): string {
  return printBase(protocol, host.replace(/\/$/, ''));
}

function printBase(protocol: string, host: string): string {
  return slashed.has(protocol) && host !== '' ? `${protocol}//${host}` : protocol + host;
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** What would end the path. */
function escapePath(path: string): string {
  if (!path.includes('#') && !path.includes('?')) return path;
  return path.replaceAll('#', '%23').replaceAll('?', '%3F');
}

/** A query as `URLSearchParams` prints it, which is asked only where a URL has one already. */
class Query {
  readonly #parsed: URLSearchParams | undefined;
  readonly #set = new Map<string, string>();

  constructor(query: string) {
    this.#parsed = query === '' ? undefined : new URLSearchParams(query);
  }

  setAll(parameters: UrlOptions['queryParameters']): void {
    for (const name of Object.keys(parameters ?? {})) this.set(name, String(parameters?.[name]));
  }

  set(name: string, value: string): void {
    if (this.#parsed) this.#parsed.set(name, value);
    else this.#set.set(name, value);
  }

  appendTo(location: string): string {
    const query = this.#parsed ? this.#parsed.toString() : this.#print();
    return query === '' ? location : `${location}?${query}`;
  }

  #print(): string {
    let query = '';
    for (const [name, value] of this.#set) {
      query += `${query === '' ? '' : '&'}${formEncode(name)}=${formEncode(value)}`;
    }
    return query;
  }
}

/** Empty without a key or an endpoint. */
function sign(
  unsigned: string,
  urlEndpoint: string | undefined,
  expiry: number,
  { privateKey }: SdkContext,
): string {
  if (!privateKey || !urlEndpoint) return '';
  const prefix = urlEndpoint.endsWith('/') ? urlEndpoint : `${urlEndpoint}/`;
  return hmacSha1(privateKey, encodeNonAscii(unsigned.replace(prefix, '') + String(expiry)));
}

/** The SDK signs the encoded text of a URL that it prints as it is; what follows a second `?` is lost. */
function encodeNonAscii(text: string): string {
  if (!/\P{ASCII}/u.test(text)) return text;
  const [path = '', query] = text.split('?');
  return query === undefined ? encodeURI(path) : `${encodeURI(path)}?${query}`;
}
