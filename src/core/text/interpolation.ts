import type { OffsetRange, TextSlice } from './offsetRange.ts';
import { holeEnd } from './holeEnd.ts';
import { stringSyntaxOf, type StringSyntax } from './stringSyntax.ts';

/**
 * A piece of a document in which a template fills parts in when the page is made. A hole of no
 * length at the end is what the code puts behind the string: `'tr:w-' + width`.
 */
export interface TemplateSlice extends TextSlice {
  /** In the order of the text, in offsets of the document; none overlaps another. */
  readonly holes: readonly OffsetRange[];
}

/**
 * What every hole begins with, short of what most texts are full of: spaces and the slashes of paths.
 * See `holeEnd`.
 */
const opening = /%(?!20[^$])|[${\\]|#(?=\{)|<(?=[?%A-Za-z])|(?<!@)@(?=[A-Za-z_(])/g;
const noHoles: readonly OffsetRange[] = [];

/**
 * A text that is nothing else than a URL or a transformation, with its holes.
 * @param start Its offset in its document.
 */
export function templateSlice(
  text: string,
  start = 0,
  syntax: StringSyntax = stringSyntaxOf(undefined),
): TemplateSlice {
  let holes: OffsetRange[] | undefined;
  opening.lastIndex = 0;
  while (opening.test(text)) {
    const index = opening.lastIndex - 1;
    const end = holeEnd(text, index, syntax);
    if (end === undefined) continue;
    (holes ??= []).push({ start: start + index, end: start + end });
    opening.lastIndex = end;
  }
  return { text, start, end: start + text.length, holes: holes ?? noHoles };
}

/** A part of a slice with the holes that are in it or touch it. */
export function partOf(slice: TemplateSlice, { start, end }: OffsetRange): TemplateSlice {
  return {
    text: slice.text.slice(start - slice.start, end - slice.start),
    start,
    end,
    holes: holesIn(slice, { start, end }),
  };
}

/** The holes in a part of a slice. One of no length is in what ends there. */
export function holesIn(
  { holes }: Pick<TemplateSlice, 'holes'>,
  part: OffsetRange,
): readonly OffsetRange[] {
  if (holes.length === 0) return holes;
  return holes.filter(({ start, end }) => start >= part.start && end <= part.end);
}

/** Whether code puts more behind a text than is written. */
export function isOpenEnded({ holes }: Pick<TemplateSlice, 'holes'>): boolean {
  const last = holes.at(-1);
  return last !== undefined && last.start === last.end;
}

/** What stands for every character of a hole; no URL has it. */
const filler = '\uFFFC';

/** A text of the same length whose holes have no character that means anything. */
export function withoutHoles({ text, start, holes }: TemplateSlice): string {
  if (holes.length === 0) return text;
  let masked = '';
  let from = 0;
  for (const hole of holes) {
    masked += text.slice(from, hole.start - start) + filler.repeat(hole.end - hole.start);
    from = hole.end - start;
  }
  return masked + text.slice(from);
}

/** Whether a character of a text without holes is one of a hole. */
export function isFiller(character: string | undefined): boolean {
  return character === filler;
}
