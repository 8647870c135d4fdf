import { isOpenEnded, type TemplateSlice } from '../text/interpolation.ts';
import type { OffsetRange, TextSlice } from '../text/offsetRange.ts';
import type { ParameterDefinition } from './catalogue/parameterDefinition.ts';

/**
 * Every node keeps the separator that stands before it, so that the tree in order is the text
 * again; see print.ts. Offsets are those of the document.
 */
export interface Node extends OffsetRange {
  /** `,`, `:`, their percent-encoded forms, or nothing for what comes first. */
  readonly leading: string;
}

/** `w-300`: a key and, where there is a hyphen, a value. */
export interface Parameter extends Node {
  readonly kind: 'parameter';
  readonly key: TextSlice;
  /** `undefined` where there is no hyphen: `e-grayscale`. */
  readonly value: TextSlice | undefined;
  /** Characters of the value; -1 where there is none. Cheaper than to ask for the value, as is `hasValue`. */
  readonly valueLength: number;
  /** Whether the value is this. */
  readonly hasValue: (value: string) => boolean;
  readonly valueStartsWith: (text: string) => boolean;
  readonly valueEndsWith: (text: string) => boolean;
  /** Whether key and value have letters, digits, `.`, `_`, `-`, `@` and `%20` alone, as most have. */
  readonly isPlain: boolean;
  /** The value as a number if it is digits alone, as most values are; NaN otherwise. */
  readonly wholeNumber: number;
  /** Of the definition in the catalogue; -1 for a key that it does not know. */
  readonly place: number;
  /** `undefined` for a key that the catalogue does not know. */
  readonly definition: ParameterDefinition | undefined;
  /**
   * What a template fills in when the page is made: the `${width}` of `w-${width}`. One of no length
   * stands where code goes on with the string: `'w-' + width`.
   */
  readonly holes: readonly TextSlice[];
}

/** `l-image,i-logo.png,…,l-end`. The body is a chain of its own; its first step has the input. */
export interface Layer extends Node {
  readonly kind: 'layer';
  readonly open: Parameter;
  readonly steps: readonly Step[];
  /** `undefined` while the layer is not closed. */
  readonly close: Parameter | undefined;
}

/** One arm of a conditional: what follows `if-…` or `if-else`. */
export interface Branch {
  readonly open: Parameter;
  readonly steps: readonly Step[];
}

/** `if-ar_gt_1,w-300,if-else,w-200,if-end`. */
export interface Conditional extends Node {
  readonly kind: 'conditional';
  /** What opens the first branch. */
  readonly open: Parameter;
  readonly branches: readonly Branch[];
  readonly close: Parameter | undefined;
}

export type Item = Parameter | Layer | Conditional;

/** One step of a chained transformation; its items apply together. */
export interface Step extends Node {
  readonly items: readonly Item[];
}

/** A whole `tr` text. */
export interface Transformation extends TemplateSlice {
  readonly steps: readonly Step[];
}

/** The chains that are inside of an item: of a layer, or of the branches of a condition. */
export function chainsIn(item: Item): readonly (readonly Step[])[] {
  switch (item.kind) {
    case 'parameter':
      return [];
    case 'layer':
      return [item.steps];
    case 'conditional':
      return item.branches.map(({ steps }) => steps);
    default:
      return item satisfies never;
  }
}

/** All parameters in the order of the text, those that open and close included. */
export function* parametersOf(steps: readonly Step[]): Generator<Parameter> {
  for (const { items } of steps) {
    for (const item of items) {
      if (item.kind === 'parameter') yield item;
      else {
        for (const branch of branchesOf(item)) {
          yield branch.open;
          yield* parametersOf(branch.steps);
        }
        if (item.close) yield item.close;
      }
    }
  }
}

/** Whether one of all parameters is so; quicker than to go through them. */
export function someParameter(
  steps: readonly Step[],
  isSo: (parameter: Parameter) => boolean,
): boolean {
  for (const { items } of steps) {
    for (const item of items) {
      if (item.kind === 'parameter') {
        if (isSo(item)) return true;
      } else if (
        branchesOf(item).some(
          ({ open, steps: inner }) => isSo(open) || someParameter(inner, isSo),
        ) ||
        (item.close && isSo(item.close))
      ) {
        return true;
      }
    }
  }
  return false;
}

/** A layer is its own only branch. */
function branchesOf(block: Layer | Conditional): readonly Branch[] {
  return block.kind === 'layer' ? [block] : block.branches;
}

/** Whether more parameters may follow one than are written: a template or code puts them there. */
export function mayGoOn(parameter: Parameter): boolean {
  const { definition, holes } = parameter;
  return (definition === undefined && holes.length > 0) || isOpenEnded(parameter);
}
