import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/lint/finding.ts';
import { Linter } from '../../src/core/lint/linter.ts';
import { templateSlice } from '../../src/core/text/interpolation.ts';
import { applyTextEdits } from '../../src/core/text/textEdit.ts';
import { explainTransformation } from '../../src/core/transformation/explain.ts';
import { parseTransformation } from '../../src/core/transformation/parse.ts';
import { printTransformation } from '../../src/core/transformation/print.ts';
import { parametersOf } from '../../src/core/transformation/tree.ts';

const strict = new Linter(({ severity }) => (severity === 'off' ? 'information' : severity));

function lint(text: string, start = 0): readonly Finding[] {
  const targets = ['image', 'video'] as const;
  return strict.lintTransformation(parseTransformation(templateSlice(text, start)), { targets });
}

/** What must hold for every string that somebody may take for a transformation. */
export function checkTransformation(text: string): void {
  const start = 7;
  const tree = parseTransformation(templateSlice(text, start));
  assert.equal(printTransformation(tree), text, 'printing gives the text back');
  for (const parameter of parametersOf(tree.steps)) {
    const { key, value, ...range } = parameter;
    assert.equal(parameter.hasValue(value?.text ?? ''), value !== undefined);
    assert(!parameter.hasValue(`${value?.text}-`));
    for (const slice of [key, ...(value ? [value] : [])]) {
      assert.equal(text.slice(slice.start - start, slice.end - start), slice.text);
    }
    assert(range.start >= start && range.end <= start + text.length);
  }
  for (const sentence of explainTransformation(tree)) assert.notEqual(sentence, '');

  const findings = lint(text, start);
  let last = start;
  for (const finding of findings) {
    assert(finding.start >= last, 'findings are in the order of the text');
    assert(finding.end >= finding.start && finding.end <= start + text.length);
    last = finding.start;
  }
  for (const finding of lint(text)) checkFixes(text, finding);
}

/** Every fix repairs what it promises to, and brings no such finding elsewhere. */
function checkFixes(text: string, { code, fixes }: Finding): void {
  const count = (findings: readonly Finding[]): number =>
    findings.filter((finding) => finding.code === code).length;
  for (const { title, edits } of fixes) {
    const fixed = applyTextEdits(text, edits);
    assert.notEqual(fixed, text, `“${title}” changes something`);
    assert(
      count(lint(fixed)) < count(lint(text)),
      `${code}: “${title}” repairs ${text} to ${fixed}`,
    );
  }
}
