import type { TemplateSlice } from '../text/interpolation.ts';
import { applyTextEdits, type TextEdit } from '../text/textEdit.ts';
import type { Transformation } from '../transformation/tree.ts';
import type { Finding, Fix } from './finding.ts';
import { keepsOpenEnd, keepsSeparators, makesNoHole } from './fixes.ts';

/** A text that was checked, and how to check it again after a change. */
export interface CheckedText {
  readonly slice: TemplateSlice;
  /** Everything that is wrong with another text in the place of this one. */
  readonly check: (slice: TemplateSlice) => readonly Finding[];
}

/**
 * Those fixes of a finding that make a text better and leave the rest of it as it is.
 * @param before All findings of the text.
 * @param tree The text's transformation, where it has one.
 */
export function goodFixes(
  fixes: readonly (Fix | undefined)[],
  finding: Pick<Finding, 'code'>,
  before: readonly Finding[],
  checked: CheckedText,
  tree: Transformation | undefined,
): readonly Fix[] {
  return fixes
    .filter((fix) => fix !== undefined)
    .filter((fix) => !tree || keepsForm(fix, tree))
    .filter((fix) => isImprovement(fix, finding, before, checked));
}

/** Whether what a fix leaves alone is read as before. */
function keepsForm(fix: Fix, tree: Transformation): boolean {
  return keepsSeparators(fix, tree) && keepsOpenEnd(fix, tree) && makesNoHole(fix, tree);
}

/**
 * Whether a text is better after a fix: the finding is gone, no error is new, and less is wrong
 * than before. As every fix takes something away, no sequence of fixes comes back to where it began.
 * @param before All findings of the text.
 */
function isImprovement(
  fix: Fix,
  { code }: Pick<Finding, 'code'>,
  before: readonly Finding[],
  { slice, check }: CheckedText,
): boolean {
  const after = check(editSlice(slice, fix.edits));
  return (
    count(after, code) < count(before, code) &&
    after.every((each) => !isNewError(each, before, after)) &&
    isLess(badnessOf(after), badnessOf(before))
  );
}

/** The text after edits, with those of its holes that they leave alone. */
function editSlice(
  { text, start, holes }: TemplateSlice,
  edits: readonly TextEdit[],
): TemplateSlice {
  const own = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }));
  const edited = applyTextEdits(text, own);
  const left = holes.filter((hole) =>
    edits.every((edit) => edit.end <= hole.start || edit.start >= hole.end),
  );
  const moved = left.map((hole) => {
    const by = edits
      .filter(({ end }) => end <= hole.start)
      .reduce((sum, edit) => sum + edit.newText.length - (edit.end - edit.start), 0);
    return { start: hole.start + by, end: hole.end + by };
  });
  return { text: edited, start, end: start + edited.length, holes: moved };
}

function isNewError(
  { code, severity }: Finding,
  before: readonly Finding[],
  after: readonly Finding[],
): boolean {
  return severity === 'error' && countErrors(after, code) > countErrors(before, code);
}

function count(findings: readonly Finding[], code: string): number {
  return findings.filter((finding) => finding.code === code).length;
}

function countErrors(findings: readonly Finding[], code: string): number {
  return count(
    findings.filter(({ severity }) => severity === 'error'),
    code,
  );
}

/**
 * How many findings there are of each kind, the worst first. What stands in a misspelt parameter is
 * seen only when its name is right, so that names and separators come before everything else.
 */
export function badnessOf(findings: readonly Finding[]): readonly number[] {
  const kinds = [0, 0, 0, 0];
  for (const { code, severity } of findings) {
    const isSyntax = code.startsWith('S');
    const kind = severity === 'error' ? 0 : severity === 'information' ? 3 : isSyntax ? 1 : 2;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

/** Compares the first numbers that differ. */
export function isLess(one: readonly number[], other: readonly number[]): boolean {
  const index = one.findIndex((number, place) => number !== other[place]);
  return index !== -1 && (one[index] ?? 0) < (other[index] ?? 0);
}
