import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import type { ParameterDefinition } from '../../transformation/catalogue/parameterDefinition.ts';
import { describeForms } from '../../transformation/value/describeForms.ts';
import type { ParameterNameContext } from './completionContext.ts';
import { sortTextOf, type CompletionEntry } from './completionEntry.ts';
import { nextStepEntry } from './nextStepEntry.ts';
import { parameterOrder, rankGroupOf } from './parameterRank.ts';
import { isOffered, snippets } from './snippets.ts';
import { t } from '../../text/l10n.ts';

/** Keys that open or close a block; snippets write the whole block instead. */
const blockKeys: ReadonlySet<string> = new Set(['l', 'if']);

/** The parameters that make sense at the cursor; those that do nothing in this step at the end. */
export function nameCompletions(context: ParameterNameContext): CompletionEntry[] {
  const applicable = catalogue.filter(
    ({ key, appliesTo }) =>
      !blockKeys.has(key) && appliesTo.some((target) => context.targets.includes(target)),
  );
  return [
    ...applicable.map((definition) => parameterEntry(definition, context)),
    ...(context.hasValue ? [] : snippetEntries(context)),
    ...(context.endsParameter ? [nextStepEntry(context.offset)] : []),
  ];
}

function parameterEntry(
  definition: ParameterDefinition,
  { hasValue, used, replace, typed, base }: ParameterNameContext,
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
    sortText: sortTextOf(
      key === typed ? '0' : rankGroupOf(definition, used, base),
      parameterOrder.get(key) ?? catalogue.length,
    ),
    documentationKey: key,
    wantsValue: wantsValue && !hasValue,
  };
}

function snippetEntries({ targets, isInLayer, replace }: ParameterNameContext): CompletionEntry[] {
  return snippets
    .filter((snippet) => isOffered(snippet, targets, isInLayer))
    .map(({ label, detail, body, documentationKey }, index) => ({
      label,
      detail: t(detail),
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
