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
  /** Where it was noticed: at `://`, at a prefix or at a name. */
  readonly at: number;
}

/** What it depends on how a text is read. */
export interface FinderOptions {
  /** URL endpoints beside ImageKit's own hosts. */
  readonly endpoints: readonly string[];
  readonly mentionsImageKit: boolean;
}

/**
 * All ImageKit URLs and transformations of a text in whatever language, in its order; none overlaps
 * another.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function findImageKitStrings(text: string, endpoints: readonly string[]): ImageKitString[] {
  const options = { endpoints, mentionsImageKit: mentionsImageKit(text) };
  return [...stringsBetween(text, 0, text.length, options)];
}

/** Something that is quickly found, and what is read there. */
interface Trigger {
  readonly text: string;
  readonly kind: ImageKitString['kind'];
  readonly read: (
    text: string,
    at: number,
    endpoints: readonly string[],
  ) => OffsetRange | undefined;
}

const alwaysTriggers: readonly Trigger[] = [
  { text: urlTrigger, kind: 'url', read: readWholeImageKitUrl },
  ...bareTriggers.map((trigger): Trigger => ({
    text: trigger.prefix,
    kind: 'transformation',
    read: (text, at) => readBareTransformation(text, at, trigger),
  })),
];

const allTriggers: readonly Trigger[] = [
  ...alwaysTriggers,
  ...valueTriggers.map((trigger): Trigger => ({
    text: trigger,
    kind: 'transformation',
    read: readTransformationValue,
  })),
];

/** Those that are noticed in a part of the text; the last may reach out of it. */
export function* stringsBetween(
  text: string,
  from: number,
  to: number,
  options: FinderOptions,
): Generator<ImageKitString, void> {
  const triggers = options.mentionsImageKit ? allTriggers : alwaysTriggers;
  // Nothing behind the part is searched through.
  const part = text.slice(0, to);
  const next = triggers.map((trigger) => nextOf(trigger, part, from));
  for (;;) {
    const at = Math.min(...next);
    const trigger = triggers[next.indexOf(at)];
    if (!trigger || at === Infinity) return;
    const found = trigger.read(text, at, options.endpoints);
    if (found) yield { kind: trigger.kind, at, start: found.start, end: found.end };
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
