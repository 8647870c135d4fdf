import type { OffsetRange } from '../text/offsetRange.ts';
import { bareTriggers, readBareTransformation } from './findBareTransformation.ts';
import {
  mentionsImageKit,
  readTransformationValue,
  valueTriggers,
} from './findTransformationValue.ts';
import { readWholeImageKitUrl, urlTrigger } from './readImageKitUrl.ts';

/** Where in a document something of ImageKit's stands, not parsed yet. */
export interface ImageKitString extends OffsetRange {
  /** A URL, or a transformation that has none around it, without prefix and quotes. */
  readonly kind: 'url' | 'transformation';
}

/**
 * All ImageKit URLs and transformations of a text in whatever language, in its order; none overlaps
 * another.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function findImageKitStrings(text: string, endpoints: readonly string[]): ImageKitString[] {
  return [...stringsBetween(text, 0, text.length, endpoints)];
}

/** Something that is quickly found, and what is read there. */
interface Trigger {
  readonly text: string;
  readonly read: (text: string, at: number, endpoints: readonly string[]) => Found;
}

type Found = ImageKitString | undefined;

const alwaysTriggers: readonly Trigger[] = [
  {
    text: urlTrigger,
    read: (text, at, endpoints) => ofKind('url', readWholeImageKitUrl(text, at, endpoints)),
  },
  ...bareTriggers.map((trigger): Trigger => ({
    text: trigger.prefix,
    read: (text, at) => ofKind('transformation', readBareTransformation(text, at, trigger)),
  })),
];

const allTriggers: readonly Trigger[] = [
  ...alwaysTriggers,
  ...valueTriggers.map((trigger): Trigger => ({
    text: trigger,
    read: (text, at) => ofKind('transformation', readTransformationValue(text, at)),
  })),
];

function ofKind(kind: ImageKitString['kind'], range: OffsetRange | undefined): Found {
  return range && { kind, start: range.start, end: range.end };
}

/** Those whose trigger stands in a part of the text; the last may reach out of it. */
export function* stringsBetween(
  text: string,
  from: number,
  to: number,
  endpoints: readonly string[],
): Generator<ImageKitString, void> {
  const triggers = mentionsImageKit(text) ? allTriggers : alwaysTriggers;
  // Nothing behind the part is searched through.
  const part = text.slice(0, to);
  const next = triggers.map((trigger) => part.indexOf(trigger.text, from));
  for (;;) {
    let nearest = -1;
    let at = Infinity;
    for (const [index, position] of next.entries()) {
      if (position !== -1 && position < at) [nearest, at] = [index, position];
    }
    const found = triggers[nearest]?.read(text, at, endpoints);
    if (found) yield found;
    if (nearest === -1) return;
    const resume = found ? found.end : at + 1;
    for (const [index, position] of next.entries()) {
      if (position !== -1 && position < resume) {
        next[index] = part.indexOf(triggers[index]?.text ?? '', resume);
      }
    }
  }
}
