import type { TextEdit } from '../text/textEdit.ts';

/** What a language has to be told before it can read an environment variable. */
export interface NeededImport {
  /** Whether a file has it already. */
  readonly isThere: RegExp;
  /** Where it belongs and how it is written there; `undefined` in what is no whole file. */
  readonly insert: (text: string) => TextEdit | undefined;
}

const blankLines = String.raw`(?:[\t ]*\r?\n|#[^\n]*\n)*`;
const docstring = String.raw`[rRuU]?("""|''')[\s\S]*?\1[^\n]*\n`;
const future = String.raw`from __future__ import (?:\([^)]*\))?[^\n]*\n`;

/** What stays before all imports of a Python file. */
const pythonHead = new RegExp(
  String.raw`^(?:#![^\n]*\n)?(?:#[^\n]*coding[^\n]*\n)?(?:${blankLines}${docstring})?(?:${blankLines}${future})*`,
);

export const pythonOs: NeededImport = {
  isThere: /^[\t ]*import[\t ]+(?:[\w.]+[\t ]*,[\t ]*)*os(?![\w.])(?![\t ]+as\b)/m,
  insert: (text) => {
    const head = pythonHead.exec(text)?.[0].length ?? 0;
    const first = /^(?:import|from)\s/m.exec(text.slice(head));
    return insertion(text, head + (first?.index ?? 0), 'import os');
  },
};

export const goOs: NeededImport = {
  isThere: /^[\t ]*(?:import\s+)?"os"/m,
  insert: (text) => {
    const list = /^import\s*\([^\n]*\n/m.exec(text);
    if (list) return insertion(text, sortedPlace(text, list.index + list[0].length), '\t"os"');
    const single = /^import\s+(?:[\w.]+\s+)?"([^"\n]*)"[^\n]*\n/m.exec(text);
    if (single) {
      const isBefore = (single[1] ?? '') < 'os';
      return insertion(text, single.index + (isBefore ? single[0].length : 0), 'import "os"');
    }
    const clause = /^package\s+\w+[^\n]*\n/m.exec(text);
    const newline = newlineOf(text);
    return clause
      ? insertion(text, clause.index + clause[0].length, `${newline}import "os"`)
      : undefined;
  },
};

export const swiftFoundation: NeededImport = {
  // The frameworks of user interfaces bring it along.
  isThere: /^[\t ]*(?:@\w+\s+)?import\s+(?:Foundation|UIKit|AppKit|SwiftUI|WatchKit)\b/m,
  insert: (text) => {
    const first = /^(?:@\w+\s+)?import\s/m.exec(text);
    const comments = /^(?:\s*\/\/[^\n]*\n)+\s*\n/.exec(text)?.[0].length ?? 0;
    return insertion(text, first?.index ?? comments, 'import Foundation');
  },
};

/** Where `"os"` belongs in the first group of a list of imports, which are sorted. */
function sortedPlace(text: string, start: number): number {
  let place = start;
  for (const line of text.slice(start).split(/(?<=\n)/)) {
    const path = /^\s*(?:[\w.]+\s+)?"([^"]*)"/.exec(line)?.[1];
    if (path === undefined || path > 'os') break;
    place += line.length;
  }
  return place;
}

function insertion(text: string, start: number, statement: string): TextEdit {
  return { start, end: start, newText: statement + newlineOf(text) };
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
