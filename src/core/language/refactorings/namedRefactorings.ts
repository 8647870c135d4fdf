import { isOpenEnded } from '../../text/interpolation.ts';
import { touches } from '../../text/offsetRange.ts';
import { parseTransformation } from '../../transformation/parse.ts';
import type { Transformation } from '../../transformation/tree.ts';
import { chainMeaning } from './chainMeaning.ts';
import { rewrite, type Refactoring } from './refactoring.ts';
import { t } from '../../text/l10n.ts';

/** A named transformation of the account. */
export interface NamedChain {
  readonly name: string;
  /** With `tr:` before it or without. */
  readonly transformation: string;
}

/** What the account has a name for: all of a chain, or the step of it that the cursor touches. */
export function namedRefactorings(
  transformation: Transformation,
  offset: number,
  named: readonly NamedChain[],
): Refactoring[] {
  if (isOpenEnded(transformation)) return [];
  const { steps } = transformation;
  const here = steps.filter((step) => touches(step, offset));
  const candidates = [
    { ...transformation, of: steps },
    ...here.map((step) => ({ ...step, of: [step] })),
  ];
  return named.flatMap(({ name, transformation: text }): Refactoring[] => {
    const chain = parseTransformation(text.replace(/^tr:/, ''));
    const wanted = chainMeaning(chain.steps, chain);
    const same = candidates.find(({ of }) => chainMeaning(of, transformation) === wanted);
    if (!same || wanted === '') return [];
    const newText = `n-${name}`;
    return [
      rewrite(t('Replace by the named transformation {name}', { name }), {
        start: same.start,
        end: same.end,
        newText,
      }),
    ];
  });
}
