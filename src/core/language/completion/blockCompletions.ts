import type { ParameterValueContext } from './completionContext.ts';
import { sortTextOf, type CompletionEntry } from './completionEntry.ts';
import { isOffered, snippets } from './snippets.ts';
import { t } from '../../text/l10n.ts';

/** Behind `l-` and `if-` that nothing closes yet: the rest of the block, with tab stops. */
export function blockCompletions({
  definition: { key },
  opensBlock,
  replace,
  targets,
  isInLayer,
}: ParameterValueContext): CompletionEntry[] {
  if (!opensBlock) return [];
  const opening = `${key}-`;
  return snippets
    .filter((snippet) => snippet.body.startsWith(opening) && isOffered(snippet, targets, isInLayer))
    .map(({ label, detail, body, documentationKey }, index) => {
      const rest = label.startsWith(opening) ? label.slice(opening.length) : `${label} … else`;
      return {
        label: rest,
        detail: t(detail),
        kind: 'snippet',
        insertText: body.slice(opening.length),
        isSnippet: true,
        replace,
        filterText: rest,
        sortText: sortTextOf('0', index),
        documentationKey,
        wantsValue: false,
      };
    });
}
