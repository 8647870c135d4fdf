import { escapeMarkdown } from '../text/escapeMarkdown.ts';
import { priceOf } from './describeCost.ts';
import { documentationLink } from './documentationLink.ts';
import { findNamedValue } from '../transformation/explainValue.ts';
import type {
  Needs,
  ParameterDefinition,
} from '../transformation/catalogue/parameterDefinition.ts';
import { describeForms } from '../transformation/value/describeForms.ts';
import { describeNamedValue } from '../transformation/describeNamedValue.ts';
import { t } from '../text/l10n.ts';

/**
 * Markdown about a parameter: what it does, what it takes, an example, and its page.
 * @param value What it has here; one with a name of its own is described too.
 * @param resolved What the value comes to here.
 */
export function describeParameter(
  definition: ParameterDefinition,
  value?: string,
  resolved?: string,
): string {
  const { key, name, summary, example, needs, excludes, note, openQuestion } = definition;
  const named = value === undefined ? undefined : findNamedValue(value, definition);
  const cost = named?.cost ?? definition.cost;
  const lines = [
    `**${key}** · ${name}`,
    t(summary),
    value !== undefined && resolved !== undefined
      ? t('Here: `{value}` = **{resolved}**', { value, resolved })
      : undefined,
    named && `\`${named.value}\`: ${describeNamedValue(named)}`,
    takes(definition),
    needs && describeNeeds(needs),
    excludes && t('Not with {keys}.', { keys: listOf(excludes) }),
    note && t(note),
    openQuestion && t(openQuestion),
    priceOf({ cost }),
    (named ?? definition).unconfirmed && t('ImageKit’s documentation does not confirm this.'),
    t('Example: `{example}`', { example }),
    documentationLink(definition),
  ];
  return lines.filter((line) => line !== undefined).join('\n\n');
}

function describeNeeds({ how, of }: Needs): string {
  const keys = listOf(of);
  if (how === 'one') return t('Needs exactly one of {keys}.', { keys });
  return how === 'all' || of.length === 1
    ? t('Needs {keys}.', { keys })
    : t('Needs at least one of {keys}.', { keys });
}

function listOf(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(', ');
}

function takes(definition: ParameterDefinition): string {
  const forms = escapeMarkdown(describeForms(definition.values));
  return definition.default === undefined
    ? t('Value: {forms}', { forms })
    : t('Value: {forms}; default {value}', { forms, value: definition.default });
}
