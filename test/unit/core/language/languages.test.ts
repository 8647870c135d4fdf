import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompletionEntry } from '../../../../src/core/language/completion/completionEntry.ts';
import { getCompletionContext } from '../../../../src/core/language/completion/completionContext.ts';
import { getCompletions } from '../../../../src/core/language/completion/getCompletions.ts';
import { getUrlCompletions } from '../../../../src/core/language/completion/urlCompletions.ts';
import type { DocumentTraits } from '../../../../src/core/language/documentTraits.ts';
import { mentionsImageKit } from '../../../../src/core/language/triggers.ts';
import { findImageKitStrings } from '../../../../src/core/language/findImageKitStrings.ts';
import { DocumentLinter } from '../../../../src/core/lint/documentLinter.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { applyTextEdits } from '../../../../src/core/text/textEdit.ts';
import { ImageKitStringIndex } from '../../../../src/core/language/imageKitStringIndex.ts';

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
const completed = (marked: string): string =>
  marked.replaceAll(cursor, (_, __, inserted: string) =>
    inserted.endsWith('-') ? `${inserted}2` : inserted,
  );

/** VS Code's identifiers of the languages, by extension. */
const languageIds: Readonly<Record<string, string>> = {
  cs: 'csharp',
  cshtml: 'aspnetcorerazor',
  css: 'css',
  env: 'dotenv',
  go: 'go',
  html: 'html',
  java: 'java',
  js: 'javascript',
  json: 'json',
  kt: 'kotlin',
  md: 'markdown',
  php: 'php',
  py: 'python',
  rb: 'ruby',
  svelte: 'svelte',
  swift: 'swift',
  ts: 'typescript',
  tsx: 'typescriptreact',
  vue: 'vue',
  yaml: 'yaml',
};

function markStrings(text: string, traits: DocumentTraits): string {
  let marked = '';
  let from = 0;
  for (const { kind, start, end } of findImageKitStrings(text, [], traits)) {
    const [open = '', close = ''] = kind === 'url' ? '«»' : '‹›';
    marked += text.slice(from, start) + open + text.slice(start, end) + close;
    from = end;
  }
  return marked + text.slice(from);
}

for (const name of readdirSync(folder)) {
  const marked = readFileSync(path.join(folder, name), 'utf8');

  const languageId = languageIds[path.extname(name).slice(1)];
  assert(languageId, `${name} has a language`);
  const traits = { languageId };

  /** As an editor asks: about a line, with what it knows of the document. */
  function suggestions(text: string, offset: number): readonly CompletionEntry[] {
    const begin = text.lastIndexOf('\n', offset - 1) + 1;
    const line = text.slice(begin).split('\n', 1)[0] ?? '';
    const known = { ...traits, mentionsImageKit: mentionsImageKit(text) };
    const context = getCompletionContext(line, offset - begin, [], known);
    const entries = context
      ? getCompletions(context)
      : getUrlCompletions(line, offset - begin, [], known);
    return entries.map((entry) => ({
      ...entry,
      replace: { start: entry.replace.start + begin, end: entry.replace.end + begin },
    }));
  }

  suite(`in ${name}`, () => {
    test('everything is found, and nothing else', () => {
      const expected = unrepaired(completed(marked));
      assert.equal(markStrings(expected.replaceAll(strings, ''), traits), expected);
    });

    test('what is wrong is told, and repaired by the fixes', () => {
      const whole = completed(marked).replaceAll(strings, '');
      const text = unrepaired(whole);
      const findings = new DocumentLinter(
        new ImageKitStringIndex(text, [], traits),
        new Linter(),
      ).findings();
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
        const entries = suggestions(before + behind, before.length);
        const entry = entries.find((each) => each.label === label);
        assert(entry, `${label} is offered`);
        const edit = { ...entry.replace, newText: entry.insertText };
        assert.equal(applyTextEdits(before + behind, [edit]), before + inserted + behind);
      }
    });
  });
}
