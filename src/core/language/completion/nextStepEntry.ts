import type { CompletionEntry } from './completionEntry.ts';

/** `:` behind a complete parameter: what follows is applied to the result of what is before it. */
export function nextStepEntry(offset: number): CompletionEntry {
  return {
    label: ':',
    detail: 'next step of the chain',
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

export const nextStepDocumentation =
  'Begins the next step: it works on the picture that the steps before it have made, so that a ' +
  'size can be followed by a crop or a rotation.\n\n' +
  '[ImageKit documentation](https://imagekit.io/docs/transformations#chained-transformations)';
