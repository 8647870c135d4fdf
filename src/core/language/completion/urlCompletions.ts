import { touches, type OffsetRange } from '../../text/offsetRange.ts';
import { documentationLink } from '../documentationLink.ts';
import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import { suffixTokensOf } from '../../url/pathTokens.ts';
import type { DocumentTraits } from '../documentTraits.ts';
import { findUnfinishedImageKitUrlAt } from '../findImageKitUrls.ts';
import { queryCompletions } from './queryCompletions.ts';
import { sortTextOf, type CompletionEntry } from './completionEntry.ts';
import { t } from '../../text/l10n.ts';

/**
 * What can stand in the path of a URL beside the names of the library: a suffix token behind the
 * asset, a transformation right behind the endpoint, and the keys of the query.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function getUrlCompletions(
  text: string,
  offset: number,
  endpoints: readonly string[],
  traits: DocumentTraits = {},
): CompletionEntry[] {
  const url = findUnfinishedImageKitUrlAt(text, offset, endpoints, traits);
  if (!url) return [];
  if (url.transformation && touches(url.transformation, offset)) return [];
  const pathEnd = (url.suffix ?? url.assetPath).end;
  if (offset > pathEnd) return queryCompletions(url, offset);
  const { start } = url.assetPath;
  if (offset <= start || !touches({ start, end: pathEnd }, offset)) return [];
  const path = url.text.slice(start - url.start, pathEnd - url.start);
  const begin = path.lastIndexOf('/', offset - start - 1) + 1;
  const next = path.indexOf('/', begin);
  const replace = { start: start + begin, end: next === -1 ? pathEnd : start + next };
  const before = path.slice(0, begin);
  return before === '/' ? startEntries(url, replace, offset) : suffixEntries(before, replace);
}

const opening = 'tr:';

/**
 * `https://ik.imagekit.io/demo/|`, also before an asset that is there already: `…/demo/|a.jpg`. A
 * path has one transformation at most.
 */
function startEntries(url: ImageKitUrl, segment: OffsetRange, offset: number): CompletionEntry[] {
  const typed = url.text.slice(segment.start - url.start, offset - url.start);
  if (url.transformation || url.prefix || !opening.startsWith(typed)) return [];
  const isAlone = offset === segment.end;
  const isLast = segment.end === (url.suffix ?? url.assetPath).end;
  // What is behind the cursor stays, in a segment of its own.
  if (isAlone && !isLast && typed === '') return [];
  return [
    {
      label: opening,
      detail: t('transformation'),
      kind: 'parameter',
      insertText: isAlone ? opening : `${opening}$1/`,
      isSnippet: !isAlone,
      replace: { start: segment.start, end: offset },
      filterText: opening,
      sortText: sortTextOf('z', 0),
      documentationKey: '',
      wantsValue: true,
    },
  ];
}

function suffixEntries(before: string, replace: OffsetRange): CompletionEntry[] {
  return suffixTokensOf(before.slice(0, -1)).map(({ token, summary, page }, index) => ({
    label: token,
    detail: t(summary),
    kind: 'value',
    insertText: token,
    isSnippet: false,
    replace,
    filterText: token,
    sortText: sortTextOf('a', index),
    documentationKey: '',
    documentation: `\`/${token}\`: ${t(summary)}\n\n${documentationLink({ page })}`,
    wantsValue: false,
  }));
}
