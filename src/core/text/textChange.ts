import type { OffsetRange } from './offsetRange.ts';

/** A part of a text that was replaced; its offsets are those before. */
export interface TextChange extends OffsetRange {
  /** Where the text ends that stands at `start` now, in offsets afterwards. */
  readonly newEnd: number;
}

/** Compared at once, which is much quicker than one after another. */
const pieceLength = 4096;

/** What was replaced between two versions of a text, as one change. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(
    shorter,
    (from, to) => before.slice(from, to) === after.slice(from, to),
  );
  const behind = commonLength(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      after.slice(after.length - to, after.length - from),
  );
  return { start, end: before.length - behind, newEnd: after.length - behind };
}

/** How far two texts are the same, by pieces and then by halves of the first other one. */
function commonLength(length: number, isSame: (from: number, to: number) => boolean): number {
  let from = 0;
  while (from < length && isSame(from, Math.min(length, from + pieceLength))) from += pieceLength;
  if (from >= length) return length;
  let to = Math.min(length, from + pieceLength);
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (isSame(from, middle)) from = middle;
    else to = middle;
  }
  return from;
}
