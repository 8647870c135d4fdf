import { findImageKitUrlAt } from '../findImageKitUrls.ts';
import { transformationAt } from '../transformationAt.ts';
import { chainRefactorings } from './chainRefactorings.ts';
import { extractOptions } from './extractOptions.ts';
import { inputRefactorings } from './inputRefactorings.ts';
import { itemAt } from './itemAt.ts';
import { namedRefactorings, type NamedChain } from './namedRefactorings.ts';
import type { Refactoring } from './refactoring.ts';
import { stringSyntaxOf } from '../../text/stringSyntax.ts';
import { pathRefactorings } from './pathRefactorings.ts';
import { urlRefactorings, type SignAddress } from './urlRefactorings.ts';

export interface RefactoringRequest {
  /** The document. */
  readonly text: string;
  /** VS Code's id of its language. */
  readonly language: string;
  readonly offset: number;
  /** URL endpoints beside ImageKit's own hosts. */
  readonly endpoints: readonly string[];
  /** Signs with the key of the connected account. */
  readonly sign?: SignAddress;
  /** The named transformations of the account that are enabled. */
  readonly named?: readonly NamedChain[];
}

/** Everything that can be made of the URL or transformation under a cursor. */
export function getRefactorings({
  text,
  language,
  offset,
  endpoints,
  sign,
  named = [],
}: RefactoringRequest): Refactoring[] {
  const traits = { languageId: language };
  const located = transformationAt(text, offset, endpoints, traits);
  const place = located && itemAt(located.transformation.steps, offset);
  const url = findImageKitUrlAt(text, offset, endpoints, traits);
  return [
    ...(located ? namedRefactorings(located.transformation, offset, named) : []),
    ...(place ? [...inputRefactorings(place), ...chainRefactorings(place)] : []),
    ...(url ? urlRefactorings(url, sign) : []),
    ...(located && !url
      ? pathRefactorings(text, located.transformation, stringSyntaxOf(language))
      : []),
    ...(url ? [extractOptions(text, url, language)].filter((each) => each !== undefined) : []),
  ];
}
