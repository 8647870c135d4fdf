import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import type {
  ParameterDefinition,
  TargetKind,
} from '../../transformation/catalogue/parameterDefinition.ts';
import type { Base } from './completionContext.ts';

/** Where a suggestion is listed: what helps, what would do nothing here, what is there already. */
export type RankGroup = 'a' | 'y' | 'z';

const ofVideos: ReadonlySet<TargetKind> = new Set<TargetKind>(['video', 'videoThumbnail']);

/** @param used Keys that the step has. */
export function rankGroupOf(
  { key, needs, excludes, isOverVideo, suffix }: ParameterDefinition,
  used: ReadonlySet<string>,
  base: Base,
): RankGroup {
  if (used.has(key)) return 'z';
  const isUsed = (each: string): boolean => used.has(each);
  // Of several that must all be there, those that are missing may still come.
  const isUseless =
    (isOverVideo && !base.targets.some((target) => ofVideos.has(target))) ||
    (suffix !== undefined && base.suffix?.startsWith(suffix) === false) ||
    excludes?.some(isUsed) === true ||
    (needs?.how === 'any' && !needs.of.some(isUsed)) ||
    (needs?.how === 'one' && needs.of.filter(isUsed).length > 1);
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
