import type { OffsetRange } from '../../text/offsetRange.ts';

/** One suggestion, as plain data. */
export interface CompletionEntry {
  readonly label: string;
  /** Beside the label: `width · integer, fraction or expression`. */
  readonly detail: string;
  readonly kind:
    | 'parameter'
    | 'value'
    | 'colour'
    | 'variable'
    | 'operator'
    | 'snippet'
    | 'named'
    | 'file'
    | 'folder';
  readonly insertText: string;
  /** Whether `insertText` has tab stops. */
  readonly isSnippet: boolean;
  readonly replace: OffsetRange;
  /** What typed characters are compared with; it holds the SDKs' names too. */
  readonly filterText: string;
  readonly sortText: string;
  /** For `getCompletionDocumentation`, which makes the text only when it is looked at. */
  readonly documentationKey: string;
  /** Markdown that is there already; then there is no key. */
  readonly documentation?: string;
  /** Whether the next thing to type is the parameter's value. */
  readonly wantsValue: boolean;
}

/** Keeps the order in which entries were made; VS Code compares texts. */
export function sortTextOf(group: string, index: number): string {
  return `${group}${String(index).padStart(4, '0')}`;
}
