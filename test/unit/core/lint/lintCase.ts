import assert from 'node:assert/strict';
import { findImageKitUrls } from '../../../../src/core/language/findImageKitUrls.ts';
import type { Finding, Severity } from '../../../../src/core/lint/finding.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { ruleInfos } from '../../../../src/core/lint/rules.ts';
import type { LintSource } from '../../../../src/core/lint/scope.ts';
import { applyTextEdits } from '../../../../src/core/text/textEdit.ts';
import type { TargetKind } from '../../../../src/core/transformation/catalogue/parameterDefinition.ts';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';

/** What a rule says about one text. */
export interface LintCase {
  readonly code: string;
  /**
   * A transformation, or a URL from `https:` on; `«…»` marks the only finding of the rule.
   * Without a mark the rule must be silent.
   */
  readonly text: string;
  /** The text after the finding's first fix; absent: it must have none. */
  readonly fixed?: string;
  /** How many findings of the rule are left after that fix; by default none. */
  readonly rest?: number;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** What a transformation without URL is applied to; by default an image or a video. */
  readonly targets?: readonly TargetKind[];
  readonly source?: Pick<LintSource, 'size' | 'now' | 'hasCustomCoordinates'>;
  /** Absent: every rule is switched on, also those that are off unless somebody asks for them. */
  readonly linter?: Linter;
}

const strict = new Linter(({ severity }) => (severity === 'off' ? 'information' : severity));

/** What the linter finds in a transformation or in the first URL of a text. */
export function lint(
  text: string,
  linter = strict,
  { targets = ['image', 'video'], source }: Pick<LintCase, 'targets' | 'source'> = {},
): readonly Finding[] {
  if (!text.startsWith('https:')) {
    return linter.lintTransformation(parseTransformation(text), { targets, ...source });
  }
  const [url] = findImageKitUrls(text, []);
  assert(url, `${text} is an ImageKit URL`);
  return linter.lintUrl(url, source);
}

/** One test a case: the finding, its span, its severity and what its first fix makes of the text. */
export function testRules(cases: readonly LintCase[]): void {
  for (const {
    code,
    text: marked,
    fixed,
    rest = 0,
    severity,
    linter = strict,
    ...context
  } of cases) {
    test(`${code} ${marked}`, () => {
      const text = marked.replaceAll(/[«»]/g, '');
      const info = ruleInfos.find((rule) => rule.code === code);
      assert(info, `${code} is a rule`);
      const findings = lint(text, linter, context).filter((finding) => finding.code === code);
      assert.equal(mark(text, findings), marked);
      const [finding] = findings;
      if (!finding) return;
      const own = info.severity === 'off' ? 'information' : info.severity;
      assert.equal(finding.severity, severity ?? own);
      assert.match(finding.message, /^[^ ].*[^.?][.?]$/);
      const [fix] = finding.fixes;
      assert.equal(fix && applyTextEdits(text, fix.edits), fixed);
      if (fixed === undefined) return;
      const left = lint(fixed, linter, context).filter((each) => each.code === code);
      assert.equal(left.length, rest, `${code} is gone from ${fixed}`);
    });
  }
}

function mark(text: string, findings: readonly Finding[]): string {
  return applyTextEdits(
    text,
    findings.map(({ start, end }) => ({ start, end, newText: `«${text.slice(start, end)}»` })),
  );
}
