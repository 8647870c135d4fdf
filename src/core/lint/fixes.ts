import { isOpenEnded, withoutHoles } from '../text/interpolation.ts';
import { applyTextEdits } from '../text/textEdit.ts';
import * as edits from '../transformation/editTransformation.ts';
import { hasLiteralSeparator } from '../transformation/scan.ts';
import type { Item, Parameter, Transformation } from '../transformation/tree.ts';
import type { Fix } from './finding.ts';
import type { Scope } from './scope.ts';
import { t } from '../text/l10n.ts';

/** `undefined` where nothing would be left of the chain. */
export function removeItem(item: Item, scope: Scope, name = nameOf(item)): Fix | undefined {
  const edit = edits.removeItem(item, scope);
  return edit && { title: t('Remove {name}', { name }), edits: [edit] };
}

export function replaceValue(parameter: Parameter, newText: string): Fix {
  const title = t('Change to {text}-{newText}', { text: parameter.key.text, newText });
  return { title, edits: [edits.setValue(parameter, newText)] };
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

/** Adds a parameter behind an item of the step. */
export function addParameter(item: Item, scope: Scope, text: string): Fix {
  return { title: t('Add {text}', { text }), edits: [edits.insertBehind(item, scope, text)] };
}

/** Makes the item the first of a step of its own. `undefined` where it is already. */
export function beginStep(item: Item, scope: Scope): Fix | undefined {
  const edit = edits.beginStep(item, scope);
  return edit && { title: t('Begin a new step of the chain here'), edits: [edit] };
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
  const { text, start } = transformation;
  if (!/%(?:2c|3a)/i.test(text)) return true;
  const own = fix.edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }));
  const shape = withoutHoles(transformation);
  return hasLiteralSeparator(applyTextEdits(shape, own)) === hasLiteralSeparator(shape);
}
