/** A text with its cursor, written as `|`. */
export interface CursorText {
  readonly text: string;
  readonly offset: number;
}

/** Takes the `|` out of a text: `"tr:w-|300"`. */
export function atCursor(marked: string): CursorText {
  const offset = marked.indexOf('|');
  if (offset === -1) throw new Error(`no | in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
