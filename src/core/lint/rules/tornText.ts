import { findParameter, findParameterByName } from '../../transformation/catalogue/catalogue.ts';
import type { OffsetRange } from '../../text/offsetRange.ts';
import type { Item, Parameter } from '../../transformation/tree.ts';
import { indexOfNode, isOnly, type Scope } from '../scope.ts';
import { legacyOverlay } from './legacyOverlay.ts';

/** Sentences with more commas and colons are not put together again. */
const longestSentence = 8;

/** A text or prompt that its own commas or colons tear apart. */
export interface TornText {
  /** `i-Hello` of `i-Hello, world`. */
  readonly parameter: Parameter;
  /** All of it, from the beginning of the parameter. */
  readonly at: OffsetRange;
  /** Whether the piece that was asked about is the first behind the parameter. */
  readonly isFirstRest: boolean;
}

/** The text that ` world` in `l-text,i-Hello, world,l-end` is a piece of. */
export function findTornText(piece: Parameter, scope: Scope): TornText | undefined {
  if (!isProse(piece)) return undefined;
  const neighbours = itemsAround(piece, scope);
  const at = neighbours.indexOf(piece);
  let from = at - 1;
  while (from >= 0 && isProse(neighbours[from])) from--;
  const parameter = neighbours[from];
  if (parameter?.kind !== 'parameter' || !isTextOrPrompt(parameter, scope)) return undefined;
  let to = at;
  while (isProse(neighbours[to + 1])) to++;
  return {
    parameter,
    at: { start: parameter.start, end: neighbours[to]?.end ?? piece.end },
    isFirstRest: from === at - 1,
  };
}

/** Those of the same chain, whatever step they stand in. */
function itemsAround(piece: Parameter, { step, chain }: Scope): readonly Item[] {
  const place = indexOfNode(chain, step);
  const here = indexOfNode(step.items, piece);
  const before = step.items.slice(Math.max(0, here - longestSentence), here);
  const behind = step.items.slice(here, here + longestSentence);
  for (let index = place - 1; index >= 0 && before.length < longestSentence; index--) {
    before.unshift(...(chain[index]?.items.slice(-longestSentence) ?? []));
  }
  for (let index = place + 1; index < chain.length && behind.length < longestSentence; index++) {
    behind.push(...(chain[index]?.items.slice(0, longestSentence) ?? []));
  }
  return [...before, ...behind];
}

/** Words, not a misspelt parameter: without a value, or with spaces in what would be its key. */
function isProse(item: Item | undefined): boolean {
  if (item?.kind !== 'parameter' || item.definition || item.holes.length > 0) return false;
  const key = item.key.text;
  const name = key.trim();
  if (name === '' || findParameter(name) || findParameterByName(name) || legacyOverlay.has(name)) {
    return false;
  }
  return item.value === undefined || name !== key || /\s|%20|[^\p{L}\p{N}_.]/u.test(name);
}

function isTextOrPrompt({ definition, value, holes }: Parameter, scope: Scope): boolean {
  if (!definition || !value || holes.length > 0) return false;
  if (definition.key === 'i') return isOnly(scope, ['textLayer']);
  return /^(?:genfill-)?prompt-/.test(value.text);
}
