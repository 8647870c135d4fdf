import type { CompletionEntry } from './completionEntry.ts';
import { documentationLink } from '../documentationLink.ts';
import { t } from '../../text/l10n.ts';

/** `:` behind a complete parameter: what follows is applied to the result of what is before it. */
export function nextStepEntry(offset: number): CompletionEntry {
  return {
    label: ':',
    detail: t('next step of the chain'),
    kind: 'operator',
    insertText: ':',
    isSnippet: false,
    replace: { start: offset, end: offset },
    filterText: ':',
    sortText: '~',
    documentationKey: ':',
    wantsValue: true,
  };
}

export function nextStepDocumentation(): string {
  const sentence = t(
    'Begins the next step: it works on the picture that the steps before it have made, so that a size can be followed by a crop or a rotation.',
  );
  return `${sentence}\n\n${documentationLink({ page: 'transformations#chained-transformations' })}`;
}
