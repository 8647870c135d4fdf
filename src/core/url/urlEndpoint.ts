import { t } from '../text/l10n.ts';

export type UrlEndpointProblem =
  | 'empty'
  | 'notAUrl'
  | 'notHttps'
  | 'hasCredentials'
  | 'hasQuery'
  | 'hasTransformation'
  | 'noImagekitId';

export type ParsedUrlEndpoint =
  | { readonly kind: 'endpoint'; readonly urlEndpoint: string; readonly name: string }
  | { readonly kind: 'invalid'; readonly reason: UrlEndpointProblem; readonly message: string };

const example = 'https://ik.imagekit.io/your_imagekit_id';

const messages: Readonly<Record<UrlEndpointProblem, string>> = {
  empty: 'Type the URL endpoint of your account, such as {example}.',
  notAUrl: 'This is no address. A URL endpoint looks like {example}.',
  notHttps: 'A URL endpoint begins with https://.',
  hasCredentials: 'Remove the user name and password: a URL endpoint has none.',
  hasQuery: 'Remove everything from ? or # on: a URL endpoint has no query.',
  hasTransformation: 'Remove the transformation: a URL endpoint ends before tr:.',
  noImagekitId: 'Add your ImageKit id behind the host: {example}.',
};

/** ImageKit's shared delivery host, where the first segment of the path is the account's id. */
export const sharedHost = 'ik.imagekit.io';

/**
 * Reads a URL endpoint as a person types it. Plain http is good for this computer only.
 * Source: https://imagekit.io/docs/integration/url-endpoints
 * @returns The endpoint without trailing slash and a short name for it, or what is wrong.
 */
export function parseUrlEndpoint(input: string): ParsedUrlEndpoint {
  const text = input.trim();
  if (text === '') return invalid('empty');
  const url = URL.parse(text);
  if (!url || !text.includes('://') || /\s/.test(text)) return invalid('notAUrl');
  if (url.protocol !== 'https:' && !isLoopbackUrl(text)) return invalid('notHttps');
  if (url.username !== '' || url.password !== '') return invalid('hasCredentials');
  if (/[?#]/.test(text)) return invalid('hasQuery');
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment.startsWith('tr:'))) return invalid('hasTransformation');
  const [id] = segments;
  if (url.host === sharedHost && id === undefined) return invalid('noImagekitId');
  return {
    kind: 'endpoint',
    urlEndpoint: [url.origin, ...segments].join('/'),
    name: url.host === sharedHost && id !== undefined ? id : url.host,
  };
}

/** Whether an address is on this computer: `localhost`, `127.0.0.0/8` or `[::1]`. */
export function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return (
    url.hostname === 'localhost' ||
    url.hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(url.hostname)
  );
}

function invalid(reason: UrlEndpointProblem): ParsedUrlEndpoint {
  return { kind: 'invalid', reason, message: t(messages[reason], { example }) };
}
