import { isInLongLine } from '../text/longLines.ts';
import { touches } from '../text/offsetRange.ts';
import { coloursIn, type ColourSpan } from './colours.ts';
import type { ImageKitString } from './findImageKitStrings.ts';
import type { ImageKitStringIndex } from './imageKitStringIndex.ts';
import { readString } from './locateTransformations.ts';

const mostOffered = 8;

/** The colours of one document's transformations; after an edit only what it touched is read again. */
export class DocumentColours {
  /** Where they are looked for; edits of the text are told there. */
  readonly index: ImageKitStringIndex;
  /** Offsets from where the string begins, as edits before it move it. */
  readonly #known = new WeakMap<ImageKitString, readonly ColourSpan[]>();

  constructor(index: ImageKitStringIndex) {
    this.index = index;
  }

  /** Reads one string after the other, so that others may have their turn in between. */
  *readAhead(): Generator<void, true> {
    for (const string of this.index.strings) {
      this.#coloursOf(string);
      yield;
    }
    return true;
  }

  /** In the order of the text, but for those in lines over 20,000 characters. */
  spans(): ColourSpan[] {
    const { text, strings } = this.index;
    return strings.flatMap((string) => {
      const colours = this.#coloursOf(string);
      if (colours.length === 0 || isInLongLine(text, string.start)) return [];
      return colours.map(({ colour, start, end }) => ({
        colour,
        start: start + string.start,
        end: end + string.start,
      }));
    });
  }

  /** As they are written, the most frequent first, but for the one at the cursor. */
  mostUsed(offset: number): readonly string[] {
    const counts = new Map<string, number>();
    for (const span of this.spans()) {
      if (touches(span, offset)) continue;
      const colour = this.index.text.slice(span.start, span.end);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const ordered = Array.from(counts).toSorted(([, one], [, other]) => other - one);
    return ordered.slice(0, mostOffered).map(([colour]) => colour);
  }

  #coloursOf(string: ImageKitString): readonly ColourSpan[] {
    const known = this.#known.get(string);
    if (known) return known;
    const text = this.index.text.slice(string.start, string.end);
    const slice = { text, start: 0, end: text.length, holes: string.holes };
    const found = readString(string.kind, slice, this.index.endpoints);
    const colours = found ? coloursIn(found.transformation) : [];
    this.#known.set(string, colours);
    return colours;
  }
}
