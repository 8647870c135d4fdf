import type { TextEdit } from '../text/textEdit.ts';
import type { Item, Parameter, Step } from './tree.ts';

/** Where an item stands. */
export interface Place {
  readonly step: Step;
  /** The steps among which this one stands: of the text, a layer or a branch. */
  readonly chain: readonly Step[];
}

/** Gives a parameter another value, also one that has none. */
export function setValue({ value, end }: Parameter, newText: string): TextEdit {
  return value
    ? { start: value.start, end: value.end, newText }
    : { start: end, end, newText: `-${newText}` };
}

/** Puts a parameter behind an item of the step. */
export function insertBehind(item: Item, place: Place, parameter: string): TextEdit {
  const { end } = item;
  return { start: end, end, newText: `${separator(',', item, place)}${parameter}` };
}

/** Puts a parameter into a step of its own behind a step. */
export function appendStep(place: Place, parameter: string): TextEdit {
  const { end, items } = place.step;
  const last = items.at(-1);
  return { start: end, end, newText: `${last ? separator(':', last, place) : ':'}${parameter}` };
}

/**
 * Takes an item away with the separator that would be left over.
 * @returns `undefined` where nothing would be left of the chain.
 */
export function removeItem(item: Item, { step, chain }: Place): TextEdit | undefined {
  const { start, end, leading } = item;
  const nextItem = step.items[step.items.indexOf(item) + 1];
  const nextStep = chain[chain.indexOf(step) + 1];
  const isFirst = step.items[0] === item;
  if (!isFirst || (!nextItem && chain[0] !== step)) {
    return { start: start - leading.length, end, newText: '' };
  }
  const next = nextItem ?? nextStep;
  return next && { start, end: next.start, newText: '' };
}

/**
 * Makes an item the first of a step of its own.
 * @returns `undefined` where it is already.
 */
export function beginStep(item: Item, place: Place): TextEdit | undefined {
  const { start, leading } = item;
  if (place.step.start === start) return undefined;
  return { start: start - leading.length, end: start, newText: separator(':', item, place) };
}

/**
 * Puts the items of a step into another order; the separators stay where they are.
 * @param items The same items; as many as the step has.
 * @param text The whole text that the offsets are of.
 */
export function reorderItems(items: readonly Item[], { step }: Place, text: string): TextEdit[] {
  return step.items.flatMap(({ start, end }, index) => {
    const item = items[index];
    return !item || item.start === start
      ? []
      : [{ start, end, newText: text.slice(item.start, item.end) }];
  });
}

/**
 * A separator in the form that the text uses: older SDKs print `%2C`. A text has one form alone, so
 * that the first one that stands near the item tells.
 */
export function separator(literal: ',' | ':', item: Item, { step, chain }: Place): string {
  const near = item.leading || step.items[1]?.leading || chain[1]?.leading || step.leading;
  return near?.startsWith('%') ? encodeURIComponent(literal) : literal;
}
