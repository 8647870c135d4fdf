import { hasDotSegment } from './pathJoin.ts';

/** What imagekit 5 reads of a path or URL, by Node's older `url.parse`. */
export interface LegacyUrl {
  /** In lower case with its colon; empty without. */
  readonly protocol: string;
  /** With port and user. */
  readonly host: string;
  readonly pathname: string;
  /** Without `?`. */
  readonly query: string;
}

/** What is read without looking closer. */
const plainPath = /^\/(?!\/)[\w\-.~/!$&'()*+,;=:%]*$/;

/** A path alone; its characters stay as they are. */
const simplePath = /^(\/\/?(?!\/)[^?\s]*)(?:\?([^\s]*))?$/;
const schemeAndHost = /^([a-z0-9.+-]+:)\/\/([^/?#]*)/i;
const escaped = /[\t\n\r "'<>\\^`{|}]/g;
const outer = /^[\0- \u00A0\uFEFF]+|[\0- \u00A0\uFEFF]+$/g;

/**
 * Takes a path or an absolute URL apart as Node's `url.parse` does, short of the odd: a scheme that is
 * not followed by `//`, and a host with characters that no host has.
 */
export function parseLegacyUrl(text: string): LegacyUrl {
  if (plainPath.test(text)) return { protocol: '', host: '', pathname: text, query: '' };
  const trimmed = withSlashes(text.replace(outer, ''));
  const simple = /[#@]/.test(trimmed) ? null : simplePath.exec(trimmed);
  if (simple) return { protocol: '', host: '', pathname: simple[1] ?? '', query: simple[2] ?? '' };
  const [head = '', protocol = '', host = ''] = schemeAndHost.exec(trimmed) ?? [];
  const rest = trimmed
    .slice(head.length)
    .replace(escaped, (character) => `%${hexOf(character.charCodeAt(0))}`)
    .replace(/#.*$/s, '');
  const question = rest.indexOf('?');
  const pathname = question === -1 ? rest : rest.slice(0, question);
  return {
    protocol: protocol.toLowerCase(),
    host: host.toLowerCase(),
    pathname: pathname === '' && host !== '' ? '/' : pathname,
    query: question === -1 ? '' : rest.slice(question + 1),
  };
}

/** Backslashes are slashes up to the query. */
function withSlashes(text: string): string {
  const end = text.search(/[?#]/);
  if (!text.includes('\\')) return text;
  return end === -1
    ? text.replaceAll('\\', '/')
    : text.slice(0, end).replaceAll('\\', '/') + text.slice(end);
}

function hexOf(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0');
}

/** As Node's `path.posix.normalize` of a path that does not begin with a slash. */
export function normalizePath(path: string): string {
  if (!path.includes('//') && !hasDotSegment(path)) return path;
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(segment);
  }
  const normalized = kept.join('/');
  if (normalized === '') return path.endsWith('/') ? './' : '.';
  return path.endsWith('/') ? `${normalized}/` : normalized;
}
