import { layerTargetOf, layerTargets } from '../language/targets.ts';
import { catalogue } from '../transformation/catalogue/catalogue.ts';
import type { TargetKind } from '../transformation/catalogue/parameterDefinition.ts';
import type { Item, Step } from '../transformation/tree.ts';
import { badValue, goodnessOf, goodNumber } from './goodValues.ts';
import type { StepPlan } from './stepPlan.ts';

/**
 * An item of a step as one number: what it is, how good its value is, whether it is plain (see
 * tree.ts), and what a layer is made of.
 */
export type ItemShape = number;

const goodnesses = 3;
const shapesOfParameter = 2 * goodnesses;
const layerShape: ItemShape = shapesOfParameter * catalogue.length;
const conditionalShape: ItemShape = layerShape + 2 * layerTargets.length;
const unknownShape: ItemShape = conditionalShape + 1;

function shapeOf(item: Item): ItemShape {
  if (item.kind === 'parameter') {
    const { place } = item;
    if (place < 0) return unknownShape;
    return shapesOfParameter * place + 2 * goodnessOf(item) + (item.isPlain ? 1 : 0);
  }
  if (item.kind === 'conditional') return conditionalShape;
  return layerShape + 2 * layerTargetOf(item) + (goodnessOf(item.open) === badValue ? 0 : 1);
}

/** Where the definition of a parameter stands in the catalogue; `undefined` for other items. */
export function placeOfShape(shape: ItemShape): number | undefined {
  return shape < layerShape ? Math.floor(shape / shapesOfParameter) : undefined;
}

export function isGoodNumber(shape: ItemShape): boolean {
  return shape < layerShape && (shape % shapesOfParameter) >> 1 === goodNumber;
}

/** Of a layer: what it says to be. */
export function isGood(shape: ItemShape): boolean {
  return isLayer(shape)
    ? (shape - layerShape) % 2 === 1
    : shape < layerShape && (shape % shapesOfParameter) >> 1 !== badValue;
}

export function isPlain(shape: ItemShape): boolean {
  return shape < layerShape && (shape % shapesOfParameter) % 2 === 1;
}

export function isLayer(shape: ItemShape): boolean {
  return shape >= layerShape && shape < conditionalShape;
}

/** What the parameters inside a layer are applied to; `undefined` for other items. */
export function targetOfShape(shape: ItemShape): TargetKind | undefined {
  return isLayer(shape) ? layerTargets[(shape - layerShape) >> 1] : undefined;
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
