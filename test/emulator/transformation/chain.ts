/** The emulator's own reading of a transformation string, independent of the extension's. */

export type LayerType = 'image' | 'text' | 'video' | 'subtitles';

export interface Layer {
  readonly type: LayerType;
  /** Library path of a picture, or the text, decoded. */
  readonly input: string;
  readonly steps: readonly Step[];
}

/** `if-…,if-else,…,if-end`, which is the whole of its step. */
export interface Branching {
  /** Such as `ar_gt_1_and_w_lt_300`. */
  readonly condition: string;
  readonly whenTrue: readonly Step[];
  readonly whenFalse: readonly Step[];
}

/** The parameters that are joined by commas: key (`w`, `e-sharpen`) → value text. */
export interface Step {
  readonly parameters: ReadonlyMap<string, string>;
  readonly layers: readonly Layer[];
  readonly branching?: Branching;
}

/** The parameters of every step in one; positions of a layer may stand anywhere in its chain. */
export function allParameters(steps: readonly Step[]): ReadonlyMap<string, string> {
  return new Map(steps.flatMap((step) => [...step.parameters]));
}

/** The steps and those of both branches of every condition, which are all that may be taken. */
export function everyStep(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) =>
    step.branching === undefined
      ? [step]
      : everyStep([...step.branching.whenTrue, ...step.branching.whenFalse]),
  );
}
