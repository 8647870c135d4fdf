import type { OffsetRange } from './offsetRange.ts';

/** A part of a text that was replaced; its offsets are those before. */
export interface TextChange extends OffsetRange {
  /** Where the text ends that stands at `start` now, in offsets afterwards. */
  readonly newEnd: number;
}

/**
 * One change that covers two.
 * @param first Made before the other one.
 * @param second In the offsets of the text between the two.
 */
export function joinChanges(first: TextChange | undefined, second: TextChange): TextChange {
  if (!first) return second;
  const shift = second.newEnd - second.end;
  return {
    start: Math.min(first.start, second.start),
    end: first.end + Math.max(0, second.end - first.newEnd),
    newEnd: Math.max(first.newEnd, second.end) + shift,
  };
}
