import type { DocumentTraits } from '../language/documentTraits.ts';
import type { ImageKitString } from '../language/findImageKitStrings.ts';
import { mentionsImageKit } from '../language/findTransformationValue.ts';
import { ImageKitStringIndex } from '../language/imageKitStringIndex.ts';
import { unknownTargets } from '../language/targets.ts';
import { longestLine } from '../text/longLines.ts';
import type { TextChange } from '../text/textChange.ts';
import { parseTransformation } from '../transformation/parse.ts';
import { parseImageKitUrl } from '../url/parseImageKitUrl.ts';
import type { Finding } from './finding.ts';
import type { Linter } from './linter.ts';
import { privateKeyTrigger } from './privateKeys.ts';

/** Whether there may be something to check in a text; looked at before anything else is done. */
export function mayHaveFindings(text: string): boolean {
  return (
    ['tr:', 'tr=', 'ik-', privateKeyTrigger].some((trigger) => text.includes(trigger)) ||
    mentionsImageKit(text)
  );
}

/** The findings of one document; after an edit only what it touched is checked again. */
export class DocumentLinter {
  readonly #endpoints: readonly string[];
  readonly #linter: Linter;
  readonly #index: ImageKitStringIndex;
  /** Offsets from where the string begins, as edits before it move it. */
  readonly #known = new WeakMap<ImageKitString, readonly Finding[]>();
  #text: string;

  /** @param endpoints URL endpoints beside ImageKit's own hosts. */
  constructor(
    text: string,
    endpoints: readonly string[],
    linter: Linter,
    traits: Pick<DocumentTraits, 'languageId'> = {},
  ) {
    this.#text = text;
    this.#endpoints = endpoints;
    this.#linter = linter;
    this.#index = new ImageKitStringIndex(text, endpoints, traits);
  }

  /** @param text All of the new text. */
  update(text: string, change: TextChange): void {
    this.#text = text;
    this.#index.update(text, change);
  }

  /** In the order of the text. */
  findings(): Finding[] {
    const findings: Finding[] = [];
    let lineEnd = -1;
    let isLong = false;
    for (const string of this.#index.strings) {
      if (string.start > lineEnd) {
        const lineStart = this.#text.lastIndexOf('\n', string.start) + 1;
        const next = this.#text.indexOf('\n', string.start);
        lineEnd = next === -1 ? this.#text.length : next;
        isLong = lineEnd - lineStart > longestLine;
      }
      if (isLong) continue;
      for (const finding of this.#findingsOf(string)) findings.push(moved(finding, string.start));
    }
    return findings;
  }

  #findingsOf(string: ImageKitString): readonly Finding[] {
    const known = this.#known.get(string);
    if (known) return known;
    const findings = this.#lint(string);
    this.#known.set(string, findings);
    return findings;
  }

  #lint({ kind, start, end, holes }: ImageKitString): readonly Finding[] {
    const now = Date.now();
    const text = this.#text.slice(start, end);
    if (kind === 'transformation') {
      const slice = { text, start: 0, end: text.length, holes };
      const source = { targets: unknownTargets, now };
      return this.#linter.lintTransformation(parseTransformation(slice), source);
    }
    const url = parseImageKitUrl(text, 0, this.#endpoints, holes);
    return url ? this.#linter.lintUrl(url, { now }) : [];
  }
}

function moved(finding: Finding, by: number): Finding {
  return {
    ...finding,
    start: finding.start + by,
    end: finding.end + by,
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })),
    })),
  };
}
