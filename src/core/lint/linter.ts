import { targetsOfUrl } from '../language/targets.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type { Transformation } from '../transformation/tree.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { parseImageKitUrl } from '../url/parseImageKitUrl.ts';
import type { Finding } from './finding.ts';
import { LintPlan, type SeverityOf } from './lintPlan.ts';
import { LintRun } from './lintRun.ts';
import type { RuleSet } from './rule.ts';
import { rules } from './rules.ts';
import type { LintSource } from './scope.ts';

/** Checks transformations and URLs by the rules that are switched on. */
export class Linter {
  readonly #severityOf: SeverityOf;
  readonly #rules: RuleSet;
  #made: LintPlan | undefined;

  constructor(severityOf: SeverityOf = ({ severity }) => severity, ruleSet = rules) {
    this.#severityOf = severityOf;
    this.#rules = ruleSet;
  }

  /** Made when the first text is checked, as loading the extension must cost nothing. */
  get #plan(): LintPlan {
    return (this.#made ??= new LintPlan(this.#rules, this.#severityOf));
  }

  /** What is wrong with a URL and its transformation, in the order of the text. */
  lintUrl(
    url: ImageKitUrl,
    known: Omit<LintSource, 'targets' | 'url' | 'transformation'> = {},
  ): Finding[] {
    const { transformation } = url;
    const tree = transformation && parseTransformation(transformation);
    const source = {
      ...known,
      targets: targetsOfUrl(url),
      url,
      ...(tree && { transformation: tree }),
    };
    const run = new LintRun(this.#plan, {
      slice: url,
      check: ({ text, start, holes }) => {
        const changed = parseImageKitUrl(text, start, [url.endpoint.text], holes);
        return changed ? this.lintUrl(changed, known) : [];
      },
    });
    for (const rule of this.#plan.rules.url) {
      const complaints = rule.checkUrl(url, source);
      if (complaints) run.report(rule, url, complaints);
    }
    if (tree) run.checkTransformation(tree, source);
    return run.findings;
  }

  /** What is wrong with a transformation that stands alone, in the order of the text. */
  lintTransformation(transformation: Transformation, source: LintSource): Finding[] {
    const run = new LintRun(this.#plan, {
      slice: transformation,
      check: (slice) => this.lintTransformation(parseTransformation(slice), source),
    });
    run.checkTransformation(transformation, source);
    return run.findings;
  }
}
