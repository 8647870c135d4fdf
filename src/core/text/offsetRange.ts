/** A half-open span of UTF-16 offsets into a text: `start` is inside, `end` is not. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text, exactly as written, and where it stands. */
export interface TextSlice extends OffsetRange {
  readonly text: string;
}

/** Whether a cursor at `offset` touches the span; a cursor right behind the last character does. */
export function touches(range: OffsetRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
