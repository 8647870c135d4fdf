import type { TextEdit } from '../../text/textEdit.ts';

/** Another way to write the same, or nearly the same, which a person may ask for. */
export interface Refactoring {
  readonly title: string;
  /** `extract`: into code. */
  readonly kind: 'rewrite' | 'extract';
  readonly edits: readonly TextEdit[];
}

export function rewrite(title: string, ...edits: readonly TextEdit[]): Refactoring {
  return { title, kind: 'rewrite', edits };
}
