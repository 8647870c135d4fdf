import assert from 'node:assert/strict';
import type { Finding, Fix } from '../../src/core/lint/finding.ts';
import { Linter } from '../../src/core/lint/linter.ts';
import { templateSlice } from '../../src/core/text/interpolation.ts';
import { applyTextEdits } from '../../src/core/text/textEdit.ts';
import type { TargetKind } from '../../src/core/transformation/catalogue/parameterDefinition.ts';
import { explainTransformation } from '../../src/core/transformation/explain.ts';
import { parseTransformation } from '../../src/core/transformation/parse.ts';
import { printTransformation } from '../../src/core/transformation/print.ts';
import { parametersOf } from '../../src/core/transformation/tree.ts';

/** What a transformation may be applied to. */
export const targetsToCheck: readonly (readonly TargetKind[])[] = [
  ['image', 'video'],
  ['image'],
  ['video'],
  ['videoThumbnail'],
  ['documentThumbnail'],
];

/** The rules as people have them, and with all that are off switched on. */
export const linters: readonly Linter[] = [
  new Linter(),
  new Linter(({ severity }) => (severity === 'off' ? 'information' : severity)),
];

/** What must hold for every string that somebody may take for a transformation. */
export function checkTransformation(
  text: string,
  targets: readonly TargetKind[],
  linter: Linter,
): void {
  const start = 7;
  const tree = parseTransformation(templateSlice(text, start));
  assert.equal(printTransformation(tree), text, 'printing gives the text back');
  for (const parameter of parametersOf(tree.steps)) {
    const { key, value, ...range } = parameter;
    assert.equal(parameter.hasValue(value?.text ?? ''), value !== undefined);
    assert(!parameter.hasValue(`${value?.text}-`));
    assert.equal(parameter.valueLength, value?.text.length ?? -1);
    for (const part of [value?.text.slice(0, 2) ?? '', value?.text.slice(-2) ?? '', 'a']) {
      assert.equal(parameter.valueStartsWith(part), value?.text.startsWith(part) ?? false);
      assert.equal(parameter.valueEndsWith(part), value?.text.endsWith(part) ?? false);
    }
    for (const slice of [key, ...(value ? [value] : [])]) {
      assert.equal(text.slice(slice.start - start, slice.end - start), slice.text);
    }
    assert(range.start >= start && range.end <= start + text.length);
  }
  for (const sentence of explainTransformation(tree)) assert.notEqual(sentence, '');

  checkPlaces(text, start, linter.lintTransformation(tree, { targets }));
}

/** What must hold for its fixes. */
export function checkFixesOf(text: string, targets: readonly TargetKind[], linter: Linter): void {
  checkFixes(text, lintWith(linter, targets));
}

export function checkFixingTransformation(
  text: string,
  targets: readonly TargetKind[],
  linter: Linter,
): void {
  checkFixingAll(text, lintWith(linter, targets));
}

function lintWith(linter: Linter, targets: readonly TargetKind[]): Lint {
  return (text) => linter.lintTransformation(parseTransformation(text), { targets });
}

function checkPlaces(text: string, start: number, findings: readonly Finding[]): void {
  let last = start;
  for (const finding of findings) {
    assert(finding.start >= last, 'findings are in the order of the text');
    assert(finding.end >= finding.start && finding.end <= start + text.length);
    last = finding.start;
  }
}

type Lint = (text: string) => readonly Finding[];

/** Every fix repairs what it promises to, brings no such finding elsewhere, and breaks nothing. */
export function checkFixes(text: string, lint: Lint): void {
  const before = lint(text);
  for (const finding of before) {
    for (const fix of finding.fixes) {
      const fixed = applyTextEdits(text, fix.edits);
      const what = `${finding.code}: “${fix.title}” makes ${fixed} of ${text}`;
      assert.notEqual(fixed, text, what);
      const left = lint(fixed);
      assert(count(left, finding.code) < count(before, finding.code), what);
      for (const { code, severity } of left) {
        if (severity !== 'error') continue;
        assert(countErrors(left, code) <= countErrors(before, code), `${code} is new: ${what}`);
      }
    }
  }
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

/** No linter has as many things to say of one of these texts. */
const longestWay = 200;

/**
 * Making one fix after the other comes to an end without meeting a text twice, whether only those
 * are made that `editor.codeActionsOnSave` makes or the first of every finding.
 */
export function checkFixingAll(text: string, lint: Lint): void {
  for (const choose of [safeFixOf, firstFixOf]) {
    const met = new Set([text]);
    for (let current = text; ;) {
      const fix = lint(current).map(choose).find(Boolean);
      if (!fix) break;
      current = applyTextEdits(current, fix.edits);
      assert(!met.has(current), `fixes of ${text} come back to ${current}`);
      met.add(current);
      assert(met.size < longestWay, `fixes of ${text} come to no end`);
    }
  }
}

function firstFixOf({ fixes }: Finding): Fix | undefined {
  return fixes[0];
}

function safeFixOf({ fixes: [first] }: Finding): Fix | undefined {
  return first?.onRequest ? undefined : first;
}
