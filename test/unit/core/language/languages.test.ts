import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getCompletionContext } from '../../../../src/core/language/completion/completionContext.ts';
import { getCompletions } from '../../../../src/core/language/completion/getCompletions.ts';
import { findImageKitStrings } from '../../../../src/core/language/findImageKitStrings.ts';
import { DocumentLinter } from '../../../../src/core/lint/documentLinter.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { applyTextEdits } from '../../../../src/core/text/textEdit.ts';

const folder = path.join(import.meta.dirname, '../../../fixtures/languages');

/**
 * The marks of a fixture:
 * - `«…»` a URL and `‹…›` a transformation without one, which are all that is to be found;
 * - `⟪S32:width→w⟫` the only findings, and what stands there after their fixes;
 * - `⌖q→q-⌖` a cursor, the label of a suggestion, and what is inserted when it is taken.
 */
const finding = /⟪(?<code>\w+):(?<wrong>[^→]*)→(?<right>[^⟫]*)⟫/g;
const cursor = /⌖(?<label>[^→]*)→(?<inserted>[^⌖]*)⌖/g;
const strings = /[«»‹›]/g;

const withoutCursors = (marked: string): string => marked.replaceAll(cursor, '');
const unrepaired = (marked: string): string => marked.replaceAll(finding, '$<wrong>');
const repaired = (marked: string): string => marked.replaceAll(finding, '$<right>');
/** A parameter without its value is a finding of its own. */
const completed = (marked: string): string => marked.replaceAll(cursor, '$<inserted>1');

function markStrings(text: string): string {
  let marked = '';
  let from = 0;
  for (const { kind, start, end } of findImageKitStrings(text, [])) {
    const [open = '', close = ''] = kind === 'url' ? '«»' : '‹›';
    marked += text.slice(from, start) + open + text.slice(start, end) + close;
    from = end;
  }
  return marked + text.slice(from);
}

for (const name of readdirSync(folder)) {
  const marked = readFileSync(path.join(folder, name), 'utf8');

  suite(`in ${name}`, () => {
    test('everything is found, and nothing else', () => {
      const expected = unrepaired(completed(marked));
      assert.equal(markStrings(expected.replaceAll(strings, '')), expected);
    });

    test('what is wrong is told, and repaired by the fixes', () => {
      const whole = completed(marked).replaceAll(strings, '');
      const text = unrepaired(whole);
      const findings = new DocumentLinter(text, [], new Linter()).findings();
      assert.deepEqual(
        findings.map(({ code, start, end }) => `${code}:${text.slice(start, end)}`),
        [...whole.matchAll(finding)].map(
          ({ groups }) => `${groups?.['code']}:${groups?.['wrong']}`,
        ),
      );
      const edits = findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
      assert.equal(applyTextEdits(text, edits), repaired(whole));
    });

    test('a suggestion is inserted in its place', () => {
      const whole = unrepaired(marked).replaceAll(strings, '');
      for (const match of whole.matchAll(cursor)) {
        const { label, inserted = '' } = match.groups ?? {};
        const before = withoutCursors(whole.slice(0, match.index));
        const behind = withoutCursors(whole.slice(match.index + match[0].length));
        const context = getCompletionContext(before + behind, before.length, []);
        const entry = context && getCompletions(context).find((each) => each.label === label);
        assert(entry, `${label} is offered`);
        const edit = { ...entry.replace, newText: entry.insertText };
        assert.equal(applyTextEdits(before + behind, [edit]), before + inserted + behind);
      }
    });
  });
}
