import { findParameter } from '../transformation/catalogue/catalogue.ts';
import { isOpenEnded, templateSlice, withoutHoles } from '../text/interpolation.ts';
import { applyTextEdits, type TextEdit } from '../text/textEdit.ts';
import * as edits from '../transformation/editTransformation.ts';
import { hasLiteralSeparator } from '../transformation/scan.ts';
import type { Item, Parameter, Transformation } from '../transformation/tree.ts';
import type { Fix } from './finding.ts';
import { findInStep, indexOfNode, type Scope } from './scope.ts';
import { t } from '../text/l10n.ts';

/** `undefined` where nothing would be left of the chain. */
export function removeItem(item: Item, scope: Scope, name = nameOf(item)): Fix | undefined {
  const edit = edits.removeItem(blockOf(item, scope), scope);
  return edit && { title: t('Remove {name}', { name }), edits: [edit] };
}

/** One fix for each of these keys that the step has: without its parameter. */
export function removeEach(keys: readonly string[], scope: Scope): readonly (Fix | undefined)[] {
  return keys.map((key) => {
    const parameter = findInStep(scope.step, key);
    return parameter && removeItem(parameter, scope);
  });
}

/** What opens a block goes with the whole block. */
function blockOf(item: Item, { step }: Scope): Item {
  const found = step.items[indexOfNode(step.items, item)];
  return found && found.kind !== 'parameter' && found.open === item ? found : item;
}

export function replaceValue(parameter: Parameter, newText: string): Fix {
  const title = t('Change to {text}-{newText}', { text: parameter.key.text, newText });
  return { title, edits: [edits.setValue(parameter, newText)] };
}

/** Gives each of two parameters the value of the other: an end before its start. */
export function exchangeValues(one: Parameter, other: Parameter): Fix {
  const [first, second] = [
    replaceValue(one, other.value?.text ?? ''),
    replaceValue(other, one.value?.text ?? ''),
  ];
  return guess({
    title: t('Exchange {one} and {other}', { one: one.key.text, other: other.key.text }),
    edits: [...first.edits, ...second.edits],
  });
}

/** Replaces a part of a value, or any other span. */
export function replaceSpan(
  { start, end }: { readonly start: number; readonly end: number },
  newText: string,
  title = t('Change to {newText}', { newText }),
): Fix {
  return { title, edits: [{ start, end, newText }] };
}

export function replaceParameter({ start, end }: Parameter, newText: string): Fix {
  return { title: t('Change to {newText}', { newText }), edits: [{ start, end, newText }] };
}

/** Adds parameters behind an item of the step. */
export function addParameter(item: Item, scope: Scope, ...parameters: readonly string[]): Fix {
  const text = parameters.join(edits.separator(',', item, scope));
  return { title: t('Add {text}', { text }), edits: [edits.insertBehind(item, scope, text)] };
}

/**
 * Adds the parameters that the step lacks, with values that show what may stand there.
 * @returns `undefined` where it has them all.
 */
export function addExamples(item: Item, scope: Scope, keys: readonly string[]): Fix | undefined {
  const missing = missingExamples(scope, keys);
  return missing.length === 0 ? undefined : guess(addParameter(item, scope, ...missing));
}

/** The catalogue’s examples of those keys that the step lacks. */
export function missingExamples({ step }: Scope, keys: readonly string[]): readonly string[] {
  return keys
    .filter((key) => !findInStep(step, key))
    .map((key) => findParameter(key)?.example ?? key);
}

/** The catalogue’s example in place of the parameter. */
export function replaceByExample(parameter: Parameter): Fix | undefined {
  const { definition } = parameter;
  return definition && guess(replaceParameter(parameter, definition.example));
}

/** A fix that puts in what a person has to choose. */
export function guess(fix: Fix): Fix {
  return { ...fix, onRequest: true };
}

/** Makes the item the first of a step of its own. `undefined` where it is already. */
export function beginStep(item: Item, scope: Scope): Fix | undefined {
  const edit = edits.beginStep(item, scope);
  return edit && { title: t('Begin a new step of the chain here'), edits: [edit] };
}

/**
 * Takes an item away and puts it somewhere else.
 * @param insertion Has what separates the item there.
 * @returns `undefined` where nothing would be left of the chain.
 */
export function moveItem(
  item: Item,
  scope: Scope,
  title: string,
  insertion: TextEdit,
): Fix | undefined {
  const removal = edits.removeItem(item, scope);
  return removal && { title, edits: [removal, insertion] };
}

/** Makes the parameter the first step of the chain. */
export function moveToFront(parameter: Parameter, text: string, scope: Scope): Fix | undefined {
  const { start } = scope.chain[0] ?? scope.step;
  const [first, next] = scope.step.items;
  if (first === parameter && parameter.start === start) return next && beginStep(next, scope);
  const newText = `${text}${edits.separator(':', parameter, scope)}`;
  const title = t('Move {text} to the beginning', { text });
  return moveItem(parameter, scope, title, { start, end: start, newText });
}

/** Puts the parameter of a layer before the layer. */
export function moveOutOfLayer(parameter: Parameter, text: string, scope: Scope): Fix | undefined {
  const { layer, depth } = scope;
  if (!layer || depth > 1) return undefined;
  const newText = `${text}${edits.separator(',', parameter, scope)}`;
  const { start } = layer;
  const title = t('Move {text} out of the layer', { text });
  return moveItem(parameter, scope, title, { start, end: start, newText });
}

function nameOf(item: Item): string {
  return item.kind === 'parameter' ? item.key.text : item.open.key.text;
}

/** Whether a fix leaves alone where code goes on with the string: what follows fits what is there. */
export function keepsOpenEnd(fix: Fix, transformation: Transformation): boolean {
  return !isOpenEnded(transformation) || fix.edits.every((edit) => edit.end < transformation.end);
}

/**
 * Whether encoded separators mean after a fix what they mean now. Without the last literal
 * separator those of `w-1,i-a%2Cb` would begin to separate.
 */
export function keepsSeparators(fix: Fix, transformation: Transformation): boolean {
  if (!/%(?:2c|3a)/i.test(transformation.text)) return true;
  const shape = withoutHoles(transformation);
  return hasLiteralSeparator(edited(shape, fix, transformation)) === hasLiteralSeparator(shape);
}

/** Whether a fix brings no brackets together that would be a hole: `w-}},dn-{{` the other way round. */
export function makesNoHole(fix: Fix, transformation: Transformation): boolean {
  const { text } = transformation;
  if (!/[{<(%]/.test(text)) return true;
  return countHoles(edited(text, fix, transformation)) <= countHoles(text);
}

function countHoles(text: string): number {
  return templateSlice(text).holes.length;
}

/** @param text That of the transformation, or one of its length. */
function edited(text: string, { edits: all }: Fix, { start, end }: Transformation): string {
  const own = all
    .filter((edit) => edit.start >= start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyTextEdits(text, own);
}
