import * as vscode from 'vscode';
import { mayHaveFindings } from '../core/language/triggers.ts';
import type { OffsetRange } from '../core/text/offsetRange.ts';
import { hasLongLine, longestLine } from '../core/text/longLines.ts';
import type { Logger } from './outputLogger.ts';
import { settings } from './settings.ts';

/** The line of a position, in whose text language features look; a URL never spans lines. */
export interface LineText {
  /** With the next line where that goes on with a string: `'…/tr:w-'` and `+ width` below it. */
  readonly text: string;
  readonly offset: number;
  toRange(range: OffsetRange): vscode.Range;
}

/**
 * Decides for all language features which documents and lines they pass over, so that typing stays
 * fast in what is generated, and tells the log once for each document.
 */
export class DocumentLimits {
  readonly #logger: Logger;
  readonly #told = new WeakSet<vscode.TextDocument>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** `undefined` for a document that is too long. */
  textOf(document: vscode.TextDocument): string | undefined {
    if (this.#isTooLong(document)) return undefined;
    const text = document.getText();
    if (!this.#told.has(document) && mayHaveFindings(text) && hasLongLine(text)) {
      this.#tell(document, longLines);
    }
    return text;
  }

  /** `undefined` in a document that is too long and for a line that is. */
  lineAt(document: vscode.TextDocument, position: vscode.Position): LineText | undefined {
    if (this.#isTooLong(document)) return undefined;
    const { text } = document.lineAt(position.line);
    if (text.length > longestLine) {
      this.#tell(document, longLines);
      return undefined;
    }
    return {
      text: withContinuation(document, position.line, text),
      offset: position.character,
      toRange: ({ start, end }) => new vscode.Range(position.line, start, position.line, end),
    };
  }

  #isTooLong(document: vscode.TextDocument): boolean {
    const longest = settings.maximumDocumentLength(document);
    // The text itself would be put together anew after every edit.
    const length = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
    if (length <= longest) return false;
    this.#tell(
      document,
      `is passed over: it has more than ${longest} characters (imagekit.maximumDocumentLength).`,
    );
    return true;
  }

  #tell(document: vscode.TextDocument, what: string): void {
    if (this.#told.has(document)) return;
    this.#told.add(document);
    this.#logger.info(`${document.uri.path} ${what}`);
  }
}

/** Enough for an operator behind its indentation. */
const longestContinuation = 100;

function withContinuation(document: vscode.TextDocument, line: number, text: string): string {
  if (line + 1 >= document.lineCount || !/["'`]\s*\\?$/.test(text)) return text;
  return `${text}\n${document.lineAt(line + 1).text.slice(0, longestContinuation)}`;
}

const longLines = `has lines with more than ${longestLine} characters, which are passed over.`;
