import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import type { ParameterDefinition } from '../../transformation/catalogue/parameterDefinition.ts';
import { describeForms } from '../../transformation/value/describeForms.ts';
import type { ParameterNameContext } from './completionContext.ts';
import { sortTextOf, type CompletionEntry } from './completionEntry.ts';
import { snippets } from './snippets.ts';

/** Keys that open or close a block; snippets write the whole block instead. */
const blockKeys: ReadonlySet<string> = new Set(['l', 'if']);

/** The parameters that make sense at the cursor, those that the step has already at the end. */
export function nameCompletions(context: ParameterNameContext): CompletionEntry[] {
  const applicable = catalogue.filter(
    ({ key, appliesTo }) =>
      !blockKeys.has(key) && appliesTo.some((target) => context.targets.includes(target)),
  );
  return [
    ...applicable.map((definition, index) => parameterEntry(definition, index, context)),
    ...(context.hasValue ? [] : snippetEntries(context)),
  ];
}

function parameterEntry(
  definition: ParameterDefinition,
  index: number,
  { hasValue, used, replace }: ParameterNameContext,
): CompletionEntry {
  const { key, name, aliases = [], values } = definition;
  const wantsValue = values[0]?.kind !== 'flag';
  return {
    label: key,
    detail: `${name} · ${describeForms(definition.values)}`,
    kind: 'parameter',
    insertText: wantsValue && !hasValue ? `${key}-` : key,
    isSnippet: false,
    replace,
    filterText: [key, name, ...aliases].join(' '),
    sortText: sortTextOf(used.has(key) ? 'z' : 'a', index),
    documentationKey: key,
    wantsValue: wantsValue && !hasValue,
  };
}

function snippetEntries({ targets, isInLayer, replace }: ParameterNameContext): CompletionEntry[] {
  return snippets
    .filter(
      ({ appliesTo, isForLayer }) =>
        appliesTo.some((target) => targets.includes(target)) && (isInLayer || !isForLayer),
    )
    .map(({ label, detail, body, documentationKey }, index) => ({
      label,
      detail,
      kind: 'snippet',
      insertText: body,
      isSnippet: true,
      replace,
      filterText: label,
      sortText: sortTextOf('m', index),
      documentationKey,
      wantsValue: false,
    }));
}
