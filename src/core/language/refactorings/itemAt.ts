import { touches } from '../../text/offsetRange.ts';
import type { Item, Layer, Step } from '../../transformation/tree.ts';

/** The innermost item of a tree that a cursor touches, and what is around it. */
export interface ItemPlace {
  readonly item: Item;
  readonly step: Step;
  /** The steps among which the step stands: of the text, a layer or a branch. */
  readonly chain: readonly Step[];
  readonly layer?: Layer;
  readonly isInConditional: boolean;
}

export function itemAt(
  chain: readonly Step[],
  offset: number,
  around: Pick<ItemPlace, 'layer' | 'isInConditional'> = { isInConditional: false },
): ItemPlace | undefined {
  for (const step of chain) {
    const item = step.items.find((each) => touches(each, offset));
    if (!item) continue;
    return inside(item, offset, around) ?? { ...around, item, step, chain };
  }
  return undefined;
}

function inside(
  item: Item,
  offset: number,
  around: Pick<ItemPlace, 'layer' | 'isInConditional'>,
): ItemPlace | undefined {
  switch (item.kind) {
    case 'parameter':
      return undefined;
    case 'layer':
      return touches(item.open, offset)
        ? undefined
        : itemAt(item.steps, offset, { ...around, layer: item });
    case 'conditional':
      for (const { steps } of item.branches) {
        const place = itemAt(steps, offset, { ...around, isInConditional: true });
        if (place) return place;
      }
      return undefined;
    default:
      return item satisfies never;
  }
}
