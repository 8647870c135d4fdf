/** The emulator's own reading of a transformation string, independent of the extension's. */

export type LayerType = 'image' | 'text' | 'video' | 'subtitles';

export interface Layer {
  readonly type: LayerType;
  /** Library path of a picture, or the text, decoded. */
  readonly input: string;
  readonly steps: readonly Step[];
}

/** The parameters that are joined by commas: key (`w`, `e-sharpen`) → value text. */
export interface Step {
  readonly parameters: ReadonlyMap<string, string>;
  readonly layers: readonly Layer[];
}

/** The parameters of every step in one; positions of a layer may stand anywhere in its chain. */
export function allParameters(steps: readonly Step[]): ReadonlyMap<string, string> {
  return new Map(steps.flatMap((step) => [...step.parameters]));
}
