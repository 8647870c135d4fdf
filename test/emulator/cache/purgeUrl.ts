/** Wildcards that would take in far too much of a shop's files. */
const forbidden = ['media/catalog/*', 's/files/*'] as const;
const shortestPath = 15;

/**
 * Says why a URL may not be purged: it is not of this account, or its wildcard is too wide.
 * @returns undefined for a URL that may.
 */
export function findPurgeProblem(url: string, urlEndpoint: string): string | undefined {
  if (!URL.canParse(url)) return 'The url parameter is not a URL.';
  if (!url.startsWith(`${urlEndpoint}/`)) return 'The URL does not belong to this account.';
  const path = url.slice(urlEndpoint.length + 1);
  const wildcards = path.split('*').length - 1;
  if (wildcards === 0) return undefined;
  if (wildcards > 1 || !path.endsWith('*')) {
    return 'Only one wildcard is allowed, as the last character of the URL.';
  }
  if (forbidden.some((each) => path === each)) return 'This wildcard is not allowed.';
  const fixed = path.slice(0, -1);
  const levels = fixed.split('/').filter(Boolean).length;
  const isFile = /[^/]+\.[^/.]+$/.test(fixed);
  if (levels >= 2 || path.length >= shortestPath || isFile) return undefined;
  return 'The path before the wildcard needs two levels, 15 characters or a file name.';
}
