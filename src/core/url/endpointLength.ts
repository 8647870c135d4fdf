/**
 * ImageKit's shared delivery host; the first segment behind it is the id of the account. Without a
 * scheme a URL has that of its page.
 */
const sharedHost = /^(?:https?:)?\/\/ik\.imagekit\.io\//i;

/** The older `https://<imagekit_id>.imagekit.io`; some names are hosts of ImageKit itself. */
const legacyEndpoint =
  /^https?:\/\/(?!(?:ik|www|api|upload|docs|blog|status)\.)[a-z0-9_-]+\.imagekit\.io/i;

const transformationPrefix = 'tr:';

/**
 * The length of the endpoint that the URL begins with, on a boundary of a segment.
 * @param text See `withoutHoles`: nothing in a hole bounds a segment.
 */
export function endpointLength(text: string, endpoints: readonly string[]): number | undefined {
  const lengths = endpoints
    .map((endpoint) => endpoint.replace(/\/+$/, ''))
    .map((endpoint) => (text.startsWith('//') ? endpoint.replace(/^https?:/i, '') : endpoint))
    .filter((endpoint) => isUnder(text, endpoint))
    .map(({ length }) => length);
  const known = sharedEndpointLength(text) ?? legacyEndpoint.exec(text)?.[0].length;
  if (known !== undefined && isBoundary(text, known)) lengths.push(known);
  return lengths.length === 0 ? undefined : Math.max(...lengths);
}

/** The id may be a hole: `https://ik.imagekit.io/${id}/a.jpg`. */
function sharedEndpointLength(text: string): number | undefined {
  const idStart = sharedHost.exec(text)?.[0].length;
  if (idStart === undefined || text.startsWith(transformationPrefix, idStart)) return undefined;
  const idLength = text.slice(idStart).search(/[/?#]/);
  if (idLength === 0 || idStart === text.length) return undefined;
  return idLength === -1 ? text.length : idStart + idLength;
}

/** Scheme and host are the same in any case, the path is not. */
function isUnder(text: string, endpoint: string): boolean {
  const slash = endpoint.indexOf('/', endpoint.indexOf('//') + 2);
  const origin = slash === -1 ? endpoint : endpoint.slice(0, slash);
  if (text.slice(0, origin.length).toLowerCase() !== origin.toLowerCase()) return false;
  if (!text.startsWith(endpoint.slice(origin.length), origin.length)) return false;
  return isBoundary(text, endpoint.length);
}

/** Not so before a hole such as `#{name}`, which goes on with the segment. */
function isBoundary(text: string, index: number): boolean {
  return index === text.length || '/?#'.includes(text[index] ?? '');
}
