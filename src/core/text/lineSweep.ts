import type { OffsetRange } from './offsetRange.ts';

/** The line of an offset and its place in it, both counted from 0. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
}

/** Finds the lines of offsets that grow; a text is gone through once for all of them. */
export class LineSweep {
  readonly #text: string;
  #line = 0;
  #start = 0;
  #end: number;

  /** @param text Its lines end with `\n` or `\r\n`, as in VS Code. */
  constructor(text: string) {
    this.#text = text;
    this.#end = this.#endFrom(0);
  }

  /**
   * Where a range begins.
   * @returns `undefined` where it lies before an earlier one or behind the text, or goes over several
   * lines.
   */
  placeOf({ start, end }: OffsetRange): LinePlace | undefined {
    if (start > this.#text.length) return undefined;
    while (start > this.#end) {
      this.#line++;
      this.#start = this.#end + 1;
      this.#end = this.#endFrom(this.#start);
    }
    if (start < this.#start || end > this.#end) return undefined;
    return { line: this.#line, character: start - this.#start };
  }

  #endFrom(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end === -1 ? this.#text.length : end;
  }
}
