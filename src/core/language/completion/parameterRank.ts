import { catalogue } from '../../transformation/catalogue/catalogue.ts';

/** When a parameter does nothing in a step, by the keys that stand there. */
interface Usefulness {
  /** Useless without any of these. */
  readonly needsAny?: readonly string[];
  /** Useless beside any of these. */
  readonly excludedByAny?: readonly string[];
  /** Useless where all of these stand. */
  readonly excludedByAll?: readonly string[];
}

/** Sources: https://imagekit.io/docs/image-resize-and-crop and https://imagekit.io/docs/transformations */
const usefulness: ReadonlyMap<string, Usefulness> = new Map<string, Usefulness>([
  ['ar', { excludedByAll: ['w', 'h'] }],
  ['c', { excludedByAny: ['cm'] }],
  ['cm', { excludedByAny: ['c'] }],
  ['z', { needsAny: ['fo'] }],
  ['dpr', { needsAny: ['w', 'h'] }],
  ['x', { needsAny: ['cm'], excludedByAny: ['xc'] }],
  ['y', { needsAny: ['cm'], excludedByAny: ['yc'] }],
  ['xc', { needsAny: ['cm'], excludedByAny: ['x'] }],
  ['yc', { needsAny: ['cm'], excludedByAny: ['y'] }],
  ['i', { excludedByAny: ['ie'] }],
  ['ie', { excludedByAny: ['i'] }],
  ['lx', { excludedByAny: ['lxc'] }],
  ['ly', { excludedByAny: ['lyc'] }],
  ['lxc', { excludedByAny: ['lx'] }],
  ['lyc', { excludedByAny: ['ly'] }],
  ['lfo', { excludedByAny: ['lx', 'ly', 'lxc', 'lyc'] }],
  ['lap', { needsAny: ['lx', 'ly', 'lxc', 'lyc'] }],
  ['ldu', { excludedByAny: ['leo'] }],
  ['leo', { excludedByAny: ['ldu'] }],
  ['eo', { excludedByAny: ['du'] }],
  ['du', { excludedByAny: ['eo'] }],
]);

/** Where a suggestion is listed: what helps, what would do nothing here, what is there already. */
export type RankGroup = 'a' | 'y' | 'z';

/** @param used Keys that the step has. */
export function rankGroupOf(key: string, used: ReadonlySet<string>): RankGroup {
  if (used.has(key)) return 'z';
  const { needsAny, excludedByAny, excludedByAll } = usefulness.get(key) ?? {};
  const isUseless =
    needsAny?.every((each) => !used.has(each)) === true ||
    excludedByAny?.some((each) => used.has(each)) === true ||
    excludedByAll?.every((each) => used.has(each)) === true;
  return isUseless ? 'y' : 'a';
}

/**
 * Every key in the catalogue's order, except that a key which begins others stands before them: an
 * editor finds `f` and `fo` equally like the `f` that was typed, and then the order decides.
 */
export const parameterOrder: ReadonlyMap<string, number> = orderOf(catalogue.map(({ key }) => key));

function orderOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const add = (key: string): void => {
    if (order.has(key)) return;
    for (const shorter of keys) {
      if (shorter !== key && key.startsWith(shorter)) add(shorter);
    }
    order.set(key, order.size);
  };
  for (const key of keys) add(key);
  return order;
}
