import type { OffsetRange } from '../text/offsetRange.ts';
import type { TargetKind } from '../transformation/catalogue/parameterDefinition.ts';
import {
  mayGoOn,
  type Layer,
  type Parameter,
  type Step,
  type Transformation,
} from '../transformation/tree.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';

/** What is known about what a transformation is applied to. */
export interface LintSource {
  /** What the asset may be; more than one where nothing tells. */
  readonly targets: readonly TargetKind[];
  /** Absent for a transformation that stands alone. */
  readonly url?: ImageKitUrl;
  /** That of the URL, where it has one. */
  readonly transformation?: Transformation;
  /** Of the original, in pixels, where somebody knows it. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Whether the original has an area of its own for `fo-custom`, where somebody knows it. */
  readonly hasCustomCoordinates?: boolean;
  /** Keys that the catalogue does not have and that somebody knows to work. */
  readonly knownKeys?: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  readonly now?: number;
}

/**
 * Nobody wrote a longer step, as there are fewer parameters; what stands behind is not looked at,
 * because rules look through the whole step for each parameter.
 */
export const longestStep = 200;

/** Where a node stands. */
export interface Scope {
  readonly step: Step;
  /** The steps among which this one stands: of the text, a layer or a branch. */
  readonly chain: readonly Step[];
  /** The innermost layer around the step. */
  readonly layer: Layer | undefined;
  /** Where that layer stands. */
  readonly outer: Scope | undefined;
  /** How many layers are around the step. */
  readonly depth: number;
  /** How many conditions are around the step. */
  readonly conditions: number;
  /** What the step is applied to. */
  readonly targets: readonly TargetKind[];
  /** All of it. */
  readonly transformation: Transformation;
  readonly source: LintSource;
}

/**
 * Where a node stands among others, or -1. Found by halves: there may be very many.
 * @param node May be what opens the node that is looked for, as both begin at the same place.
 */
export function indexOfNode(nodes: readonly OffsetRange[], { start }: OffsetRange): number {
  let from = 0;
  let to = nodes.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((nodes[middle]?.start ?? Infinity) <= start) from = middle;
    else to = middle;
  }
  return nodes[from]?.start === start ? from : -1;
}

/** What stands there in the transformation. */
export function textOf({ transformation }: Scope, { start, end }: OffsetRange): string {
  return transformation.text.slice(start - transformation.start, end - transformation.start);
}

/** The step's first parameter with this key. */
export function findInStep({ items }: Step, key: string): Parameter | undefined {
  for (const item of items) {
    if (item.kind === 'parameter' && item.definition?.key === key) return item;
  }
  return undefined;
}

/** Whether the step's first parameter with this key has this value. */
export function hasInStep(step: Step, key: string, value: string): boolean {
  return findInStep(step, key)?.hasValue(value) ?? false;
}

export function valueInStep(step: Step, key: string): string | undefined {
  return findInStep(step, key)?.value?.text;
}

export function hasAny(step: Step, keys: readonly string[]): boolean {
  return keys.some((key) => findInStep(step, key) !== undefined);
}

/** Whether the step surely has none of the keys: what a template or the account fills in may. */
export function lacksAll(step: Step, keys: readonly string[]): boolean {
  return !hasAny(step, keys) && !isOpen(step);
}

/** Whether the step surely lacks one of the keys. */
export function lacksAny(step: Step, keys: readonly string[]): boolean {
  return keys.some((key) => lacksAll(step, [key]));
}

/** Whether a step may have more parameters than are written: by a hole or a named transformation. */
function isOpen({ items }: Step): boolean {
  return items.some(
    (item) => item.kind === 'parameter' && (mayGoOn(item) || item.definition?.key === 'n'),
  );
}

/** Whether all that the step may be applied to is among these. */
export function isOnly({ targets }: Pick<Scope, 'targets'>, kinds: readonly TargetKind[]): boolean {
  return targets.every((target) => kinds.includes(target));
}
