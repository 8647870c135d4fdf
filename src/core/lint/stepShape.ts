import { catalogue } from '../transformation/catalogue/catalogue.ts';
import type { Item, Step } from '../transformation/tree.ts';
import { hasGoodNumber } from './goodValues.ts';
import type { StepPlan } from './stepPlan.ts';

/**
 * An item of a step as one number: what it is, whether its value is a whole number that it takes, and
 * whether it is plain; see tree.ts.
 */
export type ItemShape = number;

const goodNumber = 1;
const plain = 2;
const shapesOfParameter = 4;

const layerShape: ItemShape = shapesOfParameter * catalogue.length;
const conditionalShape: ItemShape = layerShape + 1;
const unknownShape: ItemShape = layerShape + 2;

function shapeOf(item: Item): ItemShape {
  if (item.kind !== 'parameter') return item.kind === 'layer' ? layerShape : conditionalShape;
  if (item.place < 0) return unknownShape;
  const value = hasGoodNumber(item) ? goodNumber + plain : item.isPlain ? plain : 0;
  return shapesOfParameter * item.place + value;
}

/** Where the definition of a parameter stands in the catalogue; `undefined` for other items. */
export function placeOfShape(shape: ItemShape): number | undefined {
  return shape < layerShape ? Math.floor(shape / shapesOfParameter) : undefined;
}

export function isGoodNumber(shape: ItemShape): boolean {
  return shape < layerShape && (shape & goodNumber) !== 0;
}

export function isPlain(shape: ItemShape): boolean {
  return shape < layerShape && (shape & plain) !== 0;
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
