import { applyTextEdits, type TextEdit } from '../text/textEdit.ts';
import { hasLiteralSeparator } from '../transformation/scan.ts';
import type { Item, Parameter, Transformation } from '../transformation/tree.ts';
import type { Fix } from './finding.ts';
import type { Scope } from './scope.ts';

/** `undefined` where nothing would be left of the chain. */
export function removeItem(item: Item, scope: Scope, name = nameOf(item)): Fix | undefined {
  const edit = removal(item, scope);
  return edit && { title: `Remove ${name}`, edits: [edit] };
}

export function replaceValue({ value, end, key }: Parameter, newText: string): Fix {
  const edit = value
    ? { start: value.start, end: value.end, newText }
    : { start: end, end, newText: `-${newText}` };
  return { title: `Change to ${key.text}-${newText}`, edits: [edit] };
}

/** Replaces a part of a value, or any other span. */
export function replaceSpan(
  { start, end }: { readonly start: number; readonly end: number },
  newText: string,
  title = `Change to ${newText}`,
): Fix {
  return { title, edits: [{ start, end, newText }] };
}

export function replaceParameter({ start, end }: Parameter, newText: string): Fix {
  return { title: `Change to ${newText}`, edits: [{ start, end, newText }] };
}

/** Adds a parameter behind an item of the step. */
export function addParameter({ end }: Item, scope: Scope, text: string): Fix {
  const newText = `${separator(',', scope)}${text}`;
  return { title: `Add ${text}`, edits: [{ start: end, end, newText }] };
}

/** Makes the item the first of a step of its own. `undefined` where it is already. */
export function beginStep({ start, leading }: Item, scope: Scope): Fix | undefined {
  if (scope.step.start === start) return undefined;
  return {
    title: 'Begin a new step of the chain here',
    edits: [{ start: start - leading.length, end: start, newText: separator(':', scope) }],
  };
}

/** With the separator that would be left over. */
function removal(item: Item, { step, chain }: Scope): TextEdit | undefined {
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

/** A separator in the form that the text uses: older SDKs print `%2C`. */
function separator(literal: ',' | ':', { step, chain }: Scope): string {
  const isEncoded = [...chain, ...step.items].some(({ leading }) => leading.startsWith('%'));
  return isEncoded ? encodeURIComponent(literal) : literal;
}

function nameOf(item: Item): string {
  return item.kind === 'parameter' ? item.key.text : item.open.key.text;
}

/**
 * Whether encoded separators mean after a fix what they mean now. Without the last literal
 * separator those of `w-1,i-a%2Cb` would begin to separate.
 */
export function keepsSeparators({ edits }: Fix, { text, start }: Transformation): boolean {
  if (!/%(?:2c|3a)/i.test(text)) return true;
  const own = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return hasLiteralSeparator(applyTextEdits(text, own)) === hasLiteralSeparator(text);
}
