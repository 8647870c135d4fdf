import type { Place } from '../../transformation/editTransformation.ts';
import {
  chainsIn,
  type Item,
  type Layer,
  type Parameter,
  type Step,
} from '../../transformation/tree.ts';

/** One line of the list in which a transformation is edited. */
export interface EditorRow {
  readonly item: Item;
  readonly place: Place;
  /** How many layers and conditions are around it. */
  readonly depth: number;
  /** The innermost layer around it. */
  readonly layer: Layer | undefined;
  /** Whether a step of the whole chain begins with it. */
  readonly beginsStep: boolean;
}

/** Every parameter, layer and condition in the order of the text, what is in them behind them. */
export function editorRows(chain: readonly Step[], depth = 0, layer?: Layer): EditorRow[] {
  return chain.flatMap((step) =>
    step.items.flatMap((item, index): EditorRow[] => [
      { item, place: { step, chain }, depth, layer, beginsStep: depth === 0 && index === 0 },
      ...chainsIn(item).flatMap((inner) =>
        editorRows(inner, depth + 1, item.kind === 'layer' ? item : layer),
      ),
    ]),
  );
}

/** The parameter that a line is about: of a block the one that opens it. */
export function parameterOf(item: Item): Parameter {
  return item.kind === 'parameter' ? item : item.open;
}

/** The last line directly inside of a layer, behind which more can stand in it. */
export function lastInside(layer: EditorRow, rows: readonly EditorRow[]): EditorRow | undefined {
  const step = layer.item.kind === 'layer' ? layer.item.steps.at(-1) : undefined;
  return step && rows.findLast(({ place }) => place.step === step);
}
