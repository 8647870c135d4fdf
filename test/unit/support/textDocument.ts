import { Position, Range } from './vscodeParts.ts';

/** What an editor tells of an edit. */
export interface ContentChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * A document that is kept in lines, as the extension host of VS Code keeps it: an edit touches its
 * line, and the whole text and the places of the lines are found anew when somebody asks.
 */
export class TextDocument {
  readonly uri: { readonly scheme: string; readonly path: string; readonly toString: () => string };
  languageId = 'html';
  isClosed = false;
  version = 1;
  readonly #lines: string[];
  #text: string | undefined;
  readonly #starts: number[];
  /** How many of them are right. */
  #known = 0;

  /** @param path Its own; an editor has one document for each. */
  constructor(path: string, text: string) {
    this.uri = { scheme: 'file', path, toString: () => `file://${path}` };
    this.#lines = text.split('\n');
    this.#starts = this.#lines.map(() => 0);
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  getText(): string {
    return (this.#text ??= this.#lines.join('\n'));
  }

  lineAt(line: number): { readonly text: string; readonly range: Range } {
    const text = this.#lines[line] ?? '';
    return { text, range: new Range(line, 0, line, text.length) };
  }

  offsetAt({ line, character }: Position): number {
    return this.#startOf(line) + character;
  }

  positionAt(offset: number): Position {
    this.#startOf(this.#lines.length - 1);
    let from = 0;
    let to = this.#starts.length;
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) from = middle;
      else to = middle;
    }
    return new Position(from, offset - (this.#starts[from] ?? 0));
  }

  /** Replaces a part of one line. */
  edit(line: number, start: number, end: number, text: string): ContentChange {
    const before = this.#lines[line] ?? '';
    this.#lines[line] = before.slice(0, start) + text + before.slice(end);
    this.#known = Math.min(this.#known, line + 1);
    this.#text = undefined;
    this.version++;
    return { rangeOffset: this.#startOf(line) + start, rangeLength: end - start, text };
  }

  #startOf(line: number): number {
    for (; this.#known <= line; this.#known++) {
      const before = this.#known - 1;
      const start = (this.#starts[before] ?? 0) + (this.#lines[before]?.length ?? 0) + 1;
      this.#starts[this.#known] = before < 0 ? 0 : start;
    }
    return this.#starts[line] ?? 0;
  }
}
