/** Which findings a text asks not to be told, by comments in whatever language. */
export interface Suppressions {
  /** @param line Counted from 0. */
  isSuppressed(code: string, line: number): boolean;
}

const nothing: Suppressions = { isSuppressed: () => false };

export const suppressionTrigger = 'imagekit-disable';
const directive = /imagekit-disable(?<where>-next-line|-line)?(?<codes>(?:[ ,]+[A-Z]\d\d\b)*)/g;

/**
 * Reads `imagekit-disable-next-line C01 L04`, `imagekit-disable-line` and `imagekit-disable`, which
 * is for the whole text. Without codes all rules are meant.
 */
export function findSuppressions(text: string): Suppressions {
  if (!text.includes(suppressionTrigger)) return nothing;
  const everywhere = new CodeSet();
  const byLine = new Map<number, CodeSet>();
  for (const [line, content] of text.split('\n').entries()) {
    if (!content.includes(suppressionTrigger)) continue;
    for (const { groups = {} } of content.matchAll(directive)) {
      const codes = groups['codes']?.match(/[A-Z]\d\d/g) ?? [];
      const where = groups['where'];
      const target = where === '-next-line' ? line + 1 : line;
      const set = where === undefined ? everywhere : (byLine.get(target) ?? new CodeSet());
      set.add(codes);
      if (where !== undefined) byLine.set(target, set);
    }
  }
  return {
    isSuppressed: (code, line) => everywhere.has(code) || (byLine.get(line)?.has(code) ?? false),
  };
}

/** Codes, or all of them. */
class CodeSet {
  readonly #codes = new Set<string>();
  #isAll = false;

  add(codes: readonly string[]): void {
    if (codes.length === 0) this.#isAll = true;
    for (const code of codes) this.#codes.add(code);
  }

  has(code: string): boolean {
    return this.#isAll || this.#codes.has(code);
  }
}
