import type { OffsetRange, TextSlice } from '../../text/offsetRange.ts';
import type {
  EnumValue,
  ParameterDefinition,
  TargetKind,
  ValueKind,
} from '../../transformation/catalogue/parameterDefinition.ts';
import { explainValue } from '../../transformation/explainValue.ts';
import { hexOf, namedColours } from '../../transformation/value/colour.ts';
import { describeForms } from '../../transformation/value/describeForms.ts';
import { blockCompletions } from './blockCompletions.ts';
import type { ParameterValueContext } from './completionContext.ts';
import { sortTextOf, type CompletionEntry } from './completionEntry.ts';
import { nextStepEntry } from './nextStepEntry.ts';
import { pairSlotsAt, valueSlotsAt, type PairSlot, type ValueSlot } from './valueSlots.ts';
import { conditionSlotAt, expressionSlotAt, type WordSlot } from './wordSlots.ts';
import { noColours } from './usedColours.ts';
import { describeNamedValue } from '../../transformation/describeNamedValue.ts';
import { t } from '../../text/l10n.ts';

/** What plays. */
const videos: ReadonlySet<TargetKind> = new Set<TargetKind>(['video', 'videoLayer']);

/**
 * What can stand at the cursor of a value: the whole value, or the piece of it that the cursor
 * touches; where both have the same name, the piece.
 */
export function valueCompletions(context: ParameterValueContext): CompletionEntry[] {
  const { definition, value, offset } = context;
  const slots = valueSlotsAt(value, offset, definition);
  const isBehindPiece = slots.some(({ replace }) => replace.start > value.start);
  const typed = value.text.slice(0, offset - value.start);
  const whole = enumEntries(definition.values, context, context.replace);
  const entries = [
    ...blockCompletions(context),
    ...slots.flatMap((slot) => slotEntries(slot, context)),
    ...pairSlotsAt(value, offset, definition).flatMap((slot) => pairEntries(slot, context)),
    ...wordEntries(context),
    // Behind `b_` the style `strikethrough` is another piece, not another value.
    ...whole.filter(({ label }) => !isBehindPiece || label.startsWith(typed)),
    ...(definition.suggestions ?? []).map((each, index) => suggestionEntry(each, index, context)),
    ...(context.endsParameter ? [nextStepEntry(offset)] : []),
  ];
  const seen = new Set<string>();
  return entries.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** How a value is looked up again for its documentation. */
export function valueKey({ key }: ParameterDefinition, value: string): string {
  return `${key}=${value}`;
}

function entry(
  value: string,
  { definition }: ParameterValueContext,
  own: Pick<CompletionEntry, 'detail' | 'kind' | 'sortText' | 'replace'>,
): CompletionEntry {
  return {
    label: value,
    insertText: value,
    isSnippet: false,
    filterText: value,
    documentationKey: valueKey(definition, value),
    wantsValue: false,
    ...own,
  };
}

function slotEntries(
  { replace, kinds, siblings }: ValueSlot,
  context: ParameterValueContext,
): CompletionEntry[] {
  const hasColours = kinds.some(({ kind }) => kind === 'colour');
  return [
    ...enumEntries(kinds, context, replace).filter(({ label }) => !siblings.includes(label)),
    ...(hasColours ? colourEntries(context, replace) : []),
  ];
}

function enumEntries(
  kinds: readonly ValueKind[],
  context: ParameterValueContext,
  replace: OffsetRange,
): CompletionEntry[] {
  return namedValues(kinds, context).map((named, index) =>
    entry(named.value, context, {
      replace,
      detail: describeNamedValue(named),
      kind: 'value',
      sortText: sortTextOf('a', index),
    }),
  );
}

function namedValues(
  kinds: readonly ValueKind[],
  { targets, blocks }: ParameterValueContext,
): readonly EnumValue[] {
  const media = new Set(targets.map((target) => (videos.has(target) ? 'videos' : 'images')));
  return kinds
    .flatMap((kind) => (kind.kind === 'enum' ? kind.values : []))
    .filter(({ only }) => only === undefined || media.has(only))
    .filter(({ closes }) => closes === undefined || blocks.includes(closes));
}

function suggestionEntry(
  value: string,
  index: number,
  context: ParameterValueContext,
): CompletionEntry {
  const explained = explainValue(value, context.definition);
  return entry(value, context, {
    replace: context.replace,
    detail: explained === value ? context.definition.name : explained,
    kind: 'value',
    sortText: sortTextOf('b', index),
  });
}

/** Those that were picked last come first, then those that the document has. */
function colourEntries(context: ParameterValueContext, replace: OffsetRange): CompletionEntry[] {
  const { ofAccount, ofDocument } = context.usedColours ?? noColours;
  const used = [
    ...ofAccount.map((colour) => ({ colour, detail: t('picked recently') })),
    ...ofDocument
      .filter((colour) => !namedColours.has(colour))
      .map((colour) => ({ colour, detail: t('in this document') })),
  ];
  const own = used.map(({ colour, detail }, index) =>
    entry(colour, context, { replace, detail, kind: 'colour', sortText: sortTextOf('d', index) }),
  );
  const names = Array.from(namedColours.keys(), (name, index) =>
    entry(name, context, {
      replace,
      detail: hexOf(name) ?? '',
      kind: 'colour',
      sortText: sortTextOf('e', index),
    }),
  );
  return [...own, ...names];
}

/** `from-` and the like; its value is asked for next. */
function pairEntries(
  { replace, pairs, names }: PairSlot,
  context: ParameterValueContext,
): CompletionEntry[] {
  return names.map((name, index) => ({
    ...entry(`${name}-`, context, {
      replace,
      detail: describeForms(pairs.parts[name] ?? []),
      kind: 'parameter',
      sortText: sortTextOf('c', index),
    }),
    insertText: follows(context.value, replace, '-') ? name : `${name}-`,
    wantsValue: true,
  }));
}

function wordEntries(context: ParameterValueContext): CompletionEntry[] {
  const { value, offset, definition, isInLayer, targets } = context;
  const isAsset = targets.some((target) => !inventedTargets.has(target));
  const { values } = definition;
  const slots: readonly (readonly [CompletionEntry['kind'], WordSlot | undefined])[] = [
    ['variable', expressionSlotAt(value, offset, values, { isInLayer, isAsset })],
    ['operator', conditionSlotAt(value, offset, values)],
  ];
  return slots.flatMap(([kind, slot]) => (slot ? slotWords(kind, slot, context) : []));
}

/** Another word has to follow an operator, so the list goes on. */
function slotWords(
  kind: CompletionEntry['kind'],
  { replace, words, isOpen }: WordSlot,
  context: ParameterValueContext,
): CompletionEntry[] {
  const goesOn = isOpen && !follows(context.value, replace, '_');
  return Array.from(words, ([word, meaning], index) => ({
    ...entry(word, context, {
      replace,
      detail: t(meaning),
      kind: kind === 'variable' && isOpen ? 'operator' : kind,
      sortText: sortTextOf('d', index),
    }),
    insertText: goesOn ? `${word}_` : word,
    wantsValue: goesOn,
  }));
}

function follows({ text, start }: TextSlice, { end }: OffsetRange, character: string): boolean {
  return text[end - start] === character;
}

/** What has no size of its own before the transformation. */
const inventedTargets: ReadonlySet<string> = new Set(['textLayer', 'subtitleLayer', 'canvasLayer']);
