import { longestLine } from '../text/longLines.ts';
import { MarkerWatch } from '../text/markerWatch.ts';
import type { TextChange } from '../text/textChange.ts';
import { findImageKitStrings, stringsBetween, type ImageKitString } from './findImageKitStrings.ts';
import { readingOf, type DocumentTraits } from './documentTraits.ts';
import { mentionsImageKit } from './triggers.ts';

/**
 * What an edit can change around it in its own line and the next: no hole and no name with its
 * string is longer.
 */
const reach = 600;

type Placed = { -readonly [Key in keyof ImageKitString]: ImageKitString[Key] };

/**
 * The URLs and transformations of a document, kept up to date through edits. What an edit leaves as
 * it is stays the same object, only its offsets move.
 */
export class ImageKitStringIndex {
  readonly #endpoints: readonly string[];
  #text: string;
  #strings: Placed[];
  readonly #traits: DocumentTraits;
  #mentionsImageKit: boolean;
  readonly #watches = new Map<string, MarkerWatch>();

  /** @param endpoints URL endpoints beside ImageKit's own hosts. */
  constructor(
    text: string,
    endpoints: readonly string[],
    { languageId }: Pick<DocumentTraits, 'languageId'> = {},
  ) {
    this.#endpoints = endpoints;
    this.#text = text;
    this.#traits = languageId === undefined ? {} : { languageId };
    this.#strings = findImageKitStrings(text, endpoints, this.#traits);
    this.#mentionsImageKit = mentionsImageKit(text);
  }

  get text(): string {
    return this.#text;
  }

  /** URL endpoints beside ImageKit's own hosts. */
  get endpoints(): readonly string[] {
    return this.#endpoints;
  }

  /** In the order of the text. */
  get strings(): readonly ImageKitString[] {
    return this.#strings;
  }

  /** Whether the text may have some marker; that it went is not noticed. */
  mayHave(marker: string): boolean {
    const watch = this.#watches.get(marker) ?? new MarkerWatch(marker, this.#text);
    this.#watches.set(marker, watch);
    return watch.isPossible;
  }

  /**
   * Reads what an edit may have changed: its lines, and on as far as strings reach out of them.
   * @param text All of the new text.
   */
  update(text: string, change: TextChange): void {
    const { start, end, newEnd } = change;
    this.#text = text;
    for (const watch of this.#watches.values()) watch.update(text, change);
    const old = this.#strings;
    const wasMentioned = this.#mentionsImageKit;
    this.#mentionsImageKit = mentionsImageKit(text);
    if (this.#mentionsImageKit !== wasMentioned) {
      // Other names are looked at now, everywhere.
      this.#strings = findImageKitStrings(text, this.#endpoints, this.#traits);
      return;
    }
    const traits = { ...this.#traits, mentionsImageKit: wasMentioned };
    const reading = readingOf(text, this.#endpoints, traits);
    const shift = newEnd - end;
    const from = beginOfReading(text, start, old);
    const first = lowerBound(old, from);
    const found: ImageKitString[] = [];
    let next = first;
    let position = from;
    let to = endOfLine(text, newEnd + reach);
    do {
      for (const string of stringsBetween(text, position, to, reading)) found.push(string);
      position = Math.max(to, found.at(-1)?.end ?? 0);
      // What the old ones covered that began in this part is free to be read now.
      for (; next < old.length && at(old, next) + shift < position; next++) {
        to = Math.max(to, (old[next]?.end ?? 0) + shift);
      }
    } while (position < to);
    const behind = old.slice(next);
    if (shift !== 0) for (const string of behind) move(string, shift);
    this.#strings = old.slice(0, first).concat(found, behind);
  }
}

/** The begin of a line before a change, or of the string that stands across it. */
function beginOfReading(text: string, change: number, strings: readonly ImageKitString[]): number {
  const offset = Math.max(0, change - reach);
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const begin = offset === 0 ? 0 : Math.max(line, offset - longestLine);
  const before = strings[lowerBound(strings, begin) - 1];
  return before && before.end > begin ? before.at : begin;
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(0, offset + longestLine).indexOf('\n', offset);
  return end === -1 ? Math.min(text.length, offset + longestLine) : end;
}

function move(string: Placed, shift: number): void {
  string.at += shift;
  string.start += shift;
  string.end += shift;
}

/** The first that was noticed at an offset or behind it. */
function lowerBound(strings: readonly ImageKitString[], offset: number): number {
  let from = 0;
  let to = strings.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at(strings, middle) < offset) from = middle + 1;
    else to = middle;
  }
  return from;
}

function at(strings: readonly ImageKitString[], index: number): number {
  return strings[index]?.at ?? Infinity;
}
