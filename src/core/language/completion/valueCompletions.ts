import type { OffsetRange } from '../../text/offsetRange.ts';
import type {
  EnumValue,
  ParameterDefinition,
} from '../../transformation/catalogue/parameterDefinition.ts';
import { hexOf, namedColours } from '../../transformation/value/colour.ts';
import { explainValue } from '../../transformation/explainValue.ts';
import type { ParameterValueContext } from './completionContext.ts';
import { sortTextOf, type CompletionEntry } from './completionEntry.ts';

/** Values of videos among those of a parameter that images have too. */
const videoOnlyValues: ReadonlySet<string> = new Set(['mp4', 'webm']);

/** Named values, worthwhile examples of open ones, and colours where the parameter takes them. */
export function valueCompletions(context: ParameterValueContext): CompletionEntry[] {
  const { definition } = context;
  return [
    ...namedValues(context).map((value, index) => enumEntry(value, index, context)),
    ...(definition.suggestions ?? []).map((value, index) => suggestionEntry(value, index, context)),
    ...(context.colour ? colourEntries(context, context.colour) : []),
  ];
}

/** How a value is looked up again for its documentation. */
export function valueKey({ key }: ParameterDefinition, value: string): string {
  return `${key}=${value}`;
}

function namedValues({ definition, targets }: ParameterValueContext): readonly EnumValue[] {
  const isImage = targets.every((target) => target !== 'video' && target !== 'videoLayer');
  return definition.values.flatMap((kind): readonly EnumValue[] => {
    switch (kind.kind) {
      case 'enum':
        return kind.values.filter(({ value }) => !(isImage && videoOnlyValues.has(value)));
      default:
        return [];
    }
  });
}

function entry(
  value: string,
  { replace, definition }: ParameterValueContext,
  own: Pick<CompletionEntry, 'detail' | 'kind' | 'sortText'>,
): CompletionEntry {
  return {
    label: value,
    insertText: value,
    isSnippet: false,
    replace,
    filterText: value,
    documentationKey: valueKey(definition, value),
    wantsValue: false,
    ...own,
  };
}

function enumEntry(
  { value, summary }: EnumValue,
  index: number,
  context: ParameterValueContext,
): CompletionEntry {
  return entry(value, context, {
    detail: summary,
    kind: 'value',
    sortText: sortTextOf('a', index),
  });
}

function suggestionEntry(
  value: string,
  index: number,
  context: ParameterValueContext,
): CompletionEntry {
  const explained = explainValue(value, context.definition);
  return entry(value, context, {
    detail: explained === value ? context.definition.name : explained,
    kind: 'value',
    sortText: sortTextOf('b', index),
  });
}

function colourEntries(context: ParameterValueContext, replace: OffsetRange): CompletionEntry[] {
  return Array.from(namedColours.keys(), (name, index) => ({
    ...entry(name, context, {
      detail: hexOf(name) ?? '',
      kind: 'colour',
      sortText: sortTextOf('c', index),
    }),
    replace,
  }));
}
