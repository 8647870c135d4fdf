import { hmacSha1 } from '../hmacSha1.ts';
import type { SdkContext } from './buildSrc.ts';
import { classicKeys, codeOf } from './transformationKeys.ts';

/** One step by the classic names or by codes; other names are printed as they are. */
export type ClassicStep = Readonly<Record<string, string | number | boolean | null | undefined>>;

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
  readonly dialect?: 'quickstart-2022';
}

export interface UrlContext extends SdkContext {
  readonly urlEndpoint?: string;
}

const neverExpires = '9999999999';

/**
 * The classic `url()`: the contract of imagekit 5, or of the guides of 2022 by `dialect`.
 * Source: https://github.com/imagekit-developer/imagekit-nodejs
 * @returns Empty without `path` and `src`, as the SDK answers.
 */
export function url(options: UrlOptions, context: UrlContext = {}): string {
  const { path, src, queryParameters = {}, transformationPosition = 'path' } = options;
  if (!path && !src) return '';
  const urlEndpoint = (options.urlEndpoint ?? context.urlEndpoint ?? '').replace(/\/$/, '');
  const { head, parameters } = splitQuery(path ? joinPath(urlEndpoint, path) : (src ?? ''));
  const chain = printChain(options);
  const isInPath = Boolean(path) && transformationPosition !== 'query';

  for (const [name, value] of Object.entries(queryParameters)) parameters.set(name, String(value));
  if (chain !== '' && !isInPath) parameters.set('tr', chain);
  const location =
    chain !== '' && isInPath
      ? urlEndpoint + collapse(`/tr:${chain}${head.slice(urlEndpoint.length)}`)
      : head;
  const query = parameters.toString();
  const unsigned = query === '' ? location : `${location}?${query}`;
  return options.signed === true ? sign(unsigned, urlEndpoint, options, context) : unsigned;
}

function splitQuery(text: string): { head: string; parameters: URLSearchParams } {
  const [withoutFragment = ''] = text.split('#', 1);
  const question = withoutFragment.indexOf('?');
  return question === -1
    ? { head: withoutFragment, parameters: new URLSearchParams() }
    : {
        head: withoutFragment.slice(0, question),
        parameters: new URLSearchParams(withoutFragment.slice(question + 1)),
      };
}

function joinPath(urlEndpoint: string, path: string): string {
  return `${urlEndpoint}${path.startsWith('/') ? '' : '/'}${path.replaceAll(' ', '%20')}`;
}

/** As Node's older URL functions format a path: single slashes, and nothing that would end it. */
function collapse(path: string): string {
  return path
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll('?', '%3F')
    .replaceAll('#', '%23');
}

function sign(
  unsigned: string,
  urlEndpoint: string,
  { expireSeconds }: UrlOptions,
  { privateKey = '', now = Date.now }: UrlContext,
): string {
  const expiry = expireSeconds ? String(Math.floor(now() / 1000) + expireSeconds) : undefined;
  const toSign = unsigned.replace(`${urlEndpoint}/`, '') + (expiry ?? neverExpires);
  const parameters = [
    ...(expiry === undefined ? [] : [`ik-t=${expiry}`]),
    `ik-s=${hmacSha1(privateKey, toSign)}`,
  ];
  return `${unsigned}${unsigned.includes('?') ? '&' : '?'}${parameters.join('&')}`;
}

function printChain({ transformation, dialect }: UrlOptions): string {
  if (!Array.isArray(transformation)) return '';
  return (transformation as readonly ClassicStep[])
    .map((step) =>
      Object.entries(step)
        .flatMap(([name, value]) => printParameter(name, value, dialect))
        .join(','),
    )
    .join(':');
}

function printParameter(
  name: string,
  value: ClassicStep[string],
  dialect: UrlOptions['dialect'],
): readonly string[] {
  if (value === null || value === undefined) return [];
  const code = codeOf(name, classicKeys);
  const text = String(value);
  if (value === '-') return [code];
  if (dialect === 'quickstart-2022') {
    // The guides say that an effect named by its code, and a code without value, mean the code.
    if (code.startsWith('e-') && (text === '' || text === code)) return [code];
    // The SDK of that time did not know `raw` and printed it like any unknown name.
    if (code === 'raw') return [`raw-${text}`];
  }
  if (code === 'raw') return [text];
  if (code === 'di') return [`di-${text.replace(/^\/|\/$/g, '').replaceAll('/', '@@')}`];
  return [`${code}-${text}`];
}
