import { isOpenEnded } from '../../text/interpolation.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { Item, Parameter, Step } from '../../transformation/tree.ts';
import { parameterOrder } from '../completion/parameterRank.ts';
import type { ItemPlace } from './itemAt.ts';
import { rewrite, type Refactoring } from './refactoring.ts';
import { t } from '../../text/l10n.ts';

/** Order and steps of a chain; every separator keeps the form that it has. */
export function chainRefactorings(place: ItemPlace): Refactoring[] {
  return [sortParameters(place), splitStep(place), joinSteps(place)].filter(
    (refactoring) => refactoring !== undefined,
  );
}

/** Parameters whose place among the others may mean something. */
const placed: ReadonlySet<string> = new Set(['l', 'if', 'n', 'raw']);

/** The parameters of a step take effect together, in whatever order they stand. */
function sortParameters({ step: { items } }: ItemPlace): Refactoring | undefined {
  const parameters = items.filter((item): item is Parameter => item.kind === 'parameter');
  const keys = parameters.map(({ key }) => key.text);
  const isSortable = parameters.every(isMovable) && new Set(keys).size === keys.length;
  if (!isSortable) return undefined;
  const sorted = parameters.toSorted((a, b) => rankOf(a) - rankOf(b));
  const edits = parameters.flatMap(({ start, end, key }, index): TextEdit[] => {
    const other = sorted[index];
    if (!other || other.key.start === key.start) return [];
    return [{ start, end, newText: textOf(other) }];
  });
  return edits.length === 0 ? undefined : rewrite(t('Sort the parameters of this step'), ...edits);
}

/** What code puts behind the string is a part of its last parameter. */
function isMovable(parameter: Parameter): boolean {
  const { definition } = parameter;
  return definition !== undefined && !placed.has(definition.key) && !isOpenEnded(parameter);
}

/** What a layer shows stands first in it. */
function rankOf({ key }: Parameter): number {
  return key.text === 'i' || key.text === 'ie' ? -1 : (parameterOrder.get(key.text) ?? Infinity);
}

function textOf({ key, value }: Parameter): string {
  return value ? `${key.text}-${value.text}` : key.text;
}

function splitStep({ item, step, isInConditional }: ItemPlace): Refactoring | undefined {
  if (isInConditional || item.kind === 'conditional' || step.items[0] === item) return undefined;
  const newText = item.leading.startsWith('%') ? '%3A' : ':';
  const edit = { start: item.start - item.leading.length, end: item.start, newText };
  return rewrite(t('Begin a new step with {what}', { what: nameOf(item) }), edit);
}

function joinSteps({ step, chain, isInConditional }: ItemPlace): Refactoring | undefined {
  const before = chain[chain.indexOf(step) - 1];
  if (!before || isInConditional || !mayJoin(before, step)) return undefined;
  const newText = step.leading.startsWith('%') ? '%2C' : ',';
  const edit = { start: step.start - step.leading.length, end: step.start, newText };
  return rewrite(t('Join this step with the one before'), edit);
}

/** A step has each parameter once, and beside a condition nothing else. */
function mayJoin(one: Step, other: Step): boolean {
  const keys = new Set(one.items.flatMap(keysOf));
  return (
    [...one.items, ...other.items].every(({ kind }) => kind !== 'conditional') &&
    other.items.flatMap(keysOf).every((key) => !keys.has(key))
  );
}

/** Layers may stand beside one another. */
function keysOf(item: Item): readonly string[] {
  return item.kind === 'parameter' ? [item.key.text] : [];
}

function nameOf(item: Item): string {
  return item.kind === 'parameter' ? item.key.text : t('this layer');
}
