import { documentationLink } from '../documentationLink.ts';
import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import { queryKeys } from '../../url/queryKeys.ts';
import { sortTextOf, type CompletionEntry } from './completionEntry.ts';
import { t } from '../../text/l10n.ts';

/** What only machines write. */
const unwritten: ReadonlySet<string> = new Set(['ik-s', 'ik-t', 'ik-sdk-version']);

/** Keys that ImageKit reads, at the beginning of a parameter of the query: `a.jpg?v=1&|`. */
export function queryCompletions(url: ImageKitUrl, offset: number): CompletionEntry[] {
  const queryStart = (url.suffix ?? url.assetPath).end;
  const query = url.text.slice(queryStart - url.start).split('#')[0] ?? '';
  const cursor = offset - queryStart;
  if (!query.startsWith('?') || cursor < 1 || cursor > query.length) return [];
  const before = /(?:^\?|&(?:amp;)?)([^&=]*)$/.exec(query.slice(0, cursor))?.[1];
  if (before === undefined) return [];
  const behind = /^[^&=]*/.exec(query.slice(cursor))?.[0] ?? '';
  const replace = { start: offset - before.length, end: offset + behind.length };
  const hasValue = query[cursor + behind.length] === '=';
  const used = new Set(url.query.map(({ name }) => name.text));
  used.delete(before + behind);
  return queryKeys
    .filter(({ key }) => !unwritten.has(key) && !used.has(key))
    .map(({ key, summary, value, page }, index) => ({
      label: key,
      detail: t(summary),
      kind: 'parameter',
      insertText: hasValue ? key : `${key}=${value ?? ''}`,
      isSnippet: false,
      replace,
      filterText: key,
      sortText: sortTextOf('a', index),
      documentationKey: '',
      documentation: `\`${key}\`: ${t(summary)}\n\n${documentationLink({ page })}`,
      wantsValue: !hasValue && value === undefined,
    }));
}
