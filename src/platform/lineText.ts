import * as vscode from 'vscode';
import type { OffsetRange } from '../core/text/offsetRange.ts';

/** A longer line is generated or minified code: passed over, so that typing in it stays fast. */
const longestLine = 20_000;

/** The line of a position, in whose text language features look; a URL never spans lines. */
export interface LineText {
  readonly text: string;
  readonly offset: number;
  toRange(range: OffsetRange): vscode.Range;
}

/** `undefined` for a line over 20,000 characters. */
export function lineAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): LineText | undefined {
  const { text } = document.lineAt(position.line);
  if (text.length > longestLine) return undefined;
  return {
    text,
    offset: position.character,
    toRange: ({ start, end }) => new vscode.Range(position.line, start, position.line, end),
  };
}
