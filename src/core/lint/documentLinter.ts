import type { ImageKitString } from '../language/findImageKitStrings.ts';
import type { ImageKitStringIndex } from '../language/imageKitStringIndex.ts';
import { unknownTargets } from '../language/targets.ts';
import { hasLongLine, isInLongLine } from '../text/longLines.ts';
import type { OffsetRange } from '../text/offsetRange.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { parseImageKitUrl } from '../url/parseImageKitUrl.ts';
import type { Finding } from './finding.ts';
import type { Linter } from './linter.ts';
import type { LintSource } from './scope.ts';

/** What is wrong in one string; all offsets follow the edits before it. */
export interface FaultyString {
  readonly string: OffsetRange;
  readonly findings: readonly Finding[];
}

/** What is known beside a document. */
export interface DocumentFacts {
  readonly knownKeys?: ReadonlySet<string>;
  /** Of the original of a URL, as far as it is known already. */
  readonly originalOf?: (url: ImageKitUrl) => Pick<LintSource, 'size' | 'hasCustomCoordinates'>;
}

/** What a check brought out. */
interface Checked {
  readonly strings: readonly ImageKitString[];
  /** Beside them. */
  readonly checked: readonly FaultyString[];
}

/** The findings of one document; after an edit only what it touched is checked again. */
export class DocumentLinter {
  /** What it checks; edits of the text are told there. */
  readonly index: ImageKitStringIndex;
  readonly #linter: Linter;
  readonly #facts: DocumentFacts;
  readonly #known = new WeakMap<ImageKitString, FaultyString>();
  /** The strings of the last check that was brought to its end, and what is wrong in each. */
  #last: Checked = { strings: [], checked: [] };

  constructor(index: ImageKitStringIndex, linter: Linter, facts: DocumentFacts = {}) {
    this.index = index;
    this.#linter = linter;
    this.#facts = facts;
  }

  /** In the order of the text. */
  findings(): Finding[] {
    return this.faultyStrings().flatMap(({ findings }) => findings);
  }

  /** In the order of the text; the same object as before where edits left a string alone. */
  faultyStrings(): readonly FaultyString[] {
    const checking = this.check();
    for (;;) {
      const { done, value } = checking.next();
      if (done) return value;
    }
  }

  /** The same, one string after the other, so that others may have their turn in between. */
  *check(): Generator<void, readonly FaultyString[]> {
    const strings = this.#stringsToCheck();
    const last = this.#last;
    const { before, behind, shift } = commonStrings(last.strings, strings);
    const between: FaultyString[] = [];
    for (const string of strings.slice(before, behind)) {
      const known = this.#known.get(string);
      between.push(known ?? this.#check(string));
      // What is known takes no time.
      if (!known) yield;
    }
    const checked = last.checked
      .slice(0, before)
      .concat(between, last.checked.slice(behind - shift));
    this.#last = { strings, checked };
    return checked.filter(isFaulty);
  }

  #stringsToCheck(): readonly ImageKitString[] {
    const { text, strings } = this.index;
    return hasLongLine(text) ? strings.filter(({ start }) => !isInLongLine(text, start)) : strings;
  }

  #check(string: ImageKitString): FaultyString {
    const found = this.#lint(string);
    const findings = found.map((finding) => placed(finding, string));
    const made = { string, findings };
    this.#known.set(string, made);
    return made;
  }

  #lint({ kind, start, end, holes }: ImageKitString): readonly Finding[] {
    const now = Date.now();
    const text = this.index.text.slice(start, end);
    const { knownKeys, originalOf } = this.#facts;
    const known = { now, ...(knownKeys && { knownKeys }) };
    if (kind === 'transformation') {
      const slice = { text, start: 0, end: text.length, holes };
      const source = { targets: unknownTargets, ...known };
      return this.#linter.lintTransformation(parseTransformation(slice), source);
    }
    const url = parseImageKitUrl(text, 0, this.index.endpoints, holes);
    return url ? this.#linter.lintUrl(url, { ...known, ...originalOf?.(url) }) : [];
  }
}

/** @param string Where the finding stands; edits before it move it. */
function placed(finding: Finding, string: OffsetRange): Finding {
  const { code, severity, message, start, end } = finding;
  return {
    code,
    severity,
    message,
    get start() {
      return string.start + start;
    },
    get end() {
      return string.start + end;
    },
    get fixes() {
      // What the fixes are is found out when somebody asks.
      return finding.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => movedBy(edit, string)),
      }));
    },
  };
}

function movedBy(edit: TextEdit, { start }: OffsetRange): TextEdit {
  return { ...edit, start: edit.start + start, end: edit.end + start };
}

function isFaulty({ findings }: FaultyString): boolean {
  return findings.length > 0;
}

/** How many strings are the same before an edit, from which one on behind it, and moved by how many. */
function commonStrings(
  old: readonly ImageKitString[],
  now: readonly ImageKitString[],
): { readonly before: number; readonly behind: number; readonly shift: number } {
  const shift = now.length - old.length;
  const shorter = Math.min(old.length, now.length);
  let before = 0;
  while (before < shorter && old[before] === now[before]) before++;
  let behind = now.length;
  while (behind - before > Math.max(0, shift) && old[behind - shift - 1] === now[behind - 1]) {
    behind--;
  }
  return { before, behind, shift };
}
