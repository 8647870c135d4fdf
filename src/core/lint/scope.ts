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
  readonly transformation?: Transformation;
  /** Of the original, in pixels, where somebody knows it. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Milliseconds since the epoch. */
  readonly now?: number;
}

/** Where a node stands. */
export interface Scope {
  readonly step: Step;
  /** The steps among which this one stands: of the text, a layer or a branch. */
  readonly chain: readonly Step[];
  /** The innermost layer around the step. */
  readonly layer: Layer | undefined;
  /** How many layers are around the step. */
  readonly depth: number;
  readonly isInConditional: boolean;
  /** What the step is applied to. */
  readonly targets: readonly TargetKind[];
  readonly source: LintSource;
}

/** The step's first parameter with this key. */
export function findInStep({ items }: Step, key: string): Parameter | undefined {
  for (const item of items) {
    if (item.kind === 'parameter' && item.definition?.key === key) return item;
  }
  return undefined;
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
