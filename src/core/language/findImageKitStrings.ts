import type { TemplateSlice } from '../text/interpolation.ts';
import type { OffsetRange } from '../text/offsetRange.ts';
import { readingOf, type DocumentTraits, type Reading } from './documentTraits.ts';
import { bareTriggers, readBareTransformation } from './findBareTransformation.ts';
import { readTransformationValue, valueTriggers } from './findTransformationValue.ts';
import { readWholeImageKitUrl, urlTriggers, type FoundSpan } from './readImageKitUrl.ts';

/** Where in a document something of ImageKit's stands, not parsed yet. */
export interface ImageKitString extends OffsetRange {
  /** A URL, or a transformation that has none around it, without prefix and quotes. */
  readonly kind: 'url' | 'transformation';
  /** Where it was noticed: at `://`, at a prefix or at a name. */
  readonly at: number;
  /** What a template fills in, in offsets from where the string starts; see `TemplateSlice`. */
  readonly holes: readonly OffsetRange[];
}

/** What stands there, with offsets of the document. */
export function sliceOf(text: string, { start, end, holes }: ImageKitString): TemplateSlice {
  return { text: text.slice(start, end), start, end, holes: moved(holes, start) };
}

const noHoles: readonly OffsetRange[] = [];

function moved(holes: readonly OffsetRange[], by: number): readonly OffsetRange[] {
  if (holes.length === 0) return noHoles;
  return holes.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

/**
 * All ImageKit URLs and transformations of a text in whatever language, in its order; none overlaps
 * another.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function findImageKitStrings(
  text: string,
  endpoints: readonly string[],
  traits: DocumentTraits = {},
): ImageKitString[] {
  return [...stringsBetween(text, 0, text.length, readingOf(text, endpoints, traits))];
}

/** Something that is quickly found, and what is read there. */
interface Trigger {
  readonly text: string;
  readonly kind: ImageKitString['kind'];
  readonly read: (text: string, at: number, reading: Reading) => FoundSpan | undefined;
}

const alwaysTriggers: readonly Trigger[] = [
  ...urlTriggers.map((text): Trigger => ({ text, kind: 'url', read: readWholeImageKitUrl })),
  ...bareTriggers.map((trigger): Trigger => ({
    text: trigger.prefix,
    kind: 'transformation',
    read: (text, at, { syntax }) => readBareTransformation(text, at, trigger, syntax),
  })),
];

const allTriggers: readonly Trigger[] = [
  ...alwaysTriggers,
  ...valueTriggers.map((trigger): Trigger => ({
    text: trigger,
    kind: 'transformation',
    read: (text, at, { syntax }) => readTransformationValue(text, at, syntax),
  })),
];

/** Those that are noticed in a part of the text; the last may reach out of it. */
export function* stringsBetween(
  text: string,
  from: number,
  to: number,
  reading: Reading,
): Generator<ImageKitString, void> {
  const triggers = reading.mentionsImageKit ? allTriggers : alwaysTriggers;
  // Nothing behind the part is searched through.
  const part = text.slice(0, to);
  const next = triggers.map((trigger) => nextOf(trigger, part, from));
  for (;;) {
    const at = Math.min(...next);
    const trigger = triggers[next.indexOf(at)];
    if (!trigger || at === Infinity) return;
    const found = trigger.read(text, at, reading);
    if (found) yield { ...found, kind: trigger.kind, at, holes: moved(found.holes, -found.start) };
    const resume = found?.end ?? at + 1;
    for (let index = 0; index < triggers.length; index++) {
      const each = triggers[index];
      if (each && (next[index] ?? Infinity) < resume) next[index] = nextOf(each, part, resume);
    }
  }
}

function nextOf(trigger: Trigger, text: string, from: number): number {
  const at = text.indexOf(trigger.text, from);
  return at === -1 ? Infinity : at;
}
