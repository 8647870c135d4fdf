import type { OffsetRange } from '../text/offsetRange.ts';
import type { TextEdit } from '../text/textEdit.ts';

/**
 * `error`: ImageKit documents a failure, or the text cannot be read. `warning`: documented to have
 * no effect, or very likely a mistake. `information`: advice about cost, cache or style.
 */
export type Severity = 'error' | 'warning' | 'information';

/** A way to repair a finding. */
export interface Fix {
  /** Begins with a verb: "Remove ar". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /**
   * It takes away what stands nowhere else, such as a key, or puts in what a person has to choose,
   * such as a width: made only for somebody who asks.
   */
  readonly onRequest?: true;
}

/** Something wrong in a transformation or URL; offsets are those of the document. */
export interface Finding extends OffsetRange {
  /** Stable: `C01`. See rules.ts. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence that says what to do. */
  readonly message: string;
  /**
   * Ways to repair it, the best first. The text after each of them has less wrong with it, and no
   * new error; see fixCheck.ts.
   */
  readonly fixes: readonly Fix[];
}
