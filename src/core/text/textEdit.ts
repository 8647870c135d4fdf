import type { OffsetRange } from './offsetRange.ts';

/** A span of a document and what stands there afterwards. */
export interface TextEdit extends OffsetRange {
  readonly newText: string;
}

/** The text with edits made that do not overlap, in whatever order they are given. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((one, other) => one.start - other.start);
  let result = '';
  let end = 0;
  for (const edit of ordered) {
    result += text.slice(end, edit.start) + edit.newText;
    end = edit.end;
  }
  return result + text.slice(end);
}
