import { catalogue } from '../transformation/catalogue/catalogue.ts';
import type { Item, Step } from '../transformation/tree.ts';
import { hasGoodNumber } from './goodValues.ts';
import type { StepPlan } from './stepPlan.ts';

/** An item of a step as one number: what it is, and whether its value is a whole number it takes. */
export type ItemShape = number;

const layerShape: ItemShape = 2 * catalogue.length;
const conditionalShape: ItemShape = layerShape + 1;
const unknownShape: ItemShape = layerShape + 2;

function shapeOf(item: Item): ItemShape {
  if (item.kind !== 'parameter') return item.kind === 'layer' ? layerShape : conditionalShape;
  if (item.place < 0) return unknownShape;
  return 2 * item.place + (hasGoodNumber(item) ? 1 : 0);
}

/** Where the definition of a parameter stands in the catalogue; `undefined` for other items. */
export function placeOfShape(shape: ItemShape): number | undefined {
  return shape < layerShape ? shape >> 1 : undefined;
}

export function isGoodNumber(shape: ItemShape): boolean {
  return shape < layerShape && shape % 2 === 1;
}

export function isLayer(shape: ItemShape): boolean {
  return shape === layerShape;
}

export function isConditional(shape: ItemShape): boolean {
  return shape === conditionalShape;
}

/**
 * What stands in a step in which order, whatever the values. Documents have few different ones, so
 * that which rules have something to say of a step is found out once a shape.
 */
export interface StepShape {
  readonly items: readonly ItemShape[];
  /** By the number of the place; see place.ts. */
  readonly plans: StepPlan[];
  /** With one more item, by its shape. */
  readonly longer: StepShape[];
}

/** Longer steps are rare and would fill the memory. */
const longestRemembered = 16;
const mostRemembered = 1000;

/** The shapes that were met. */
export class StepShapes {
  #root = emptyShape();
  #count = 0;

  of({ items }: Step): StepShape {
    if (items.length > longestRemembered) return shapeWith(items.map(shapeOf));
    let shape = this.#root;
    for (const item of items) {
      const next = shapeOf(item);
      shape = shape.longer[next] ?? this.#remember(shape, next);
    }
    return shape;
  }

  #remember(shape: StepShape, next: ItemShape): StepShape {
    if (++this.#count > mostRemembered) {
      this.#root = emptyShape();
      this.#count = 0;
    }
    return (shape.longer[next] = shapeWith([...shape.items, next]));
  }
}

function emptyShape(): StepShape {
  return shapeWith([]);
}

function shapeWith(items: readonly ItemShape[]): StepShape {
  return { items, plans: [], longer: [] };
}
