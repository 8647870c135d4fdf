import { escapeMarkdown } from '../text/escapeMarkdown.ts';
import { documentationUrl } from '../transformation/catalogue/catalogue.ts';
import { findNamedValue } from '../transformation/explainValue.ts';
import type { ParameterDefinition } from '../transformation/catalogue/parameterDefinition.ts';
import { describeForms } from '../transformation/value/describeForms.ts';

export const costSentences = {
  extensionUnits: 'Costs extension units.',
  videoUnits: 'Costs video units.',
} as const;

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
  const { key, name, summary, example, note } = definition;
  const named = value === undefined ? undefined : findNamedValue(value, definition);
  const cost = named?.cost ?? definition.cost;
  const lines = [
    `**${key}** · ${name}`,
    summary,
    value !== undefined && resolved !== undefined
      ? `Here: \`${value}\` = **${resolved}**`
      : undefined,
    named && `\`${named.value}\`: ${named.summary}`,
    `Value: ${escapeMarkdown(describeForms(definition.values))}${definition.default === undefined ? '' : `; default ${definition.default}`}`,
    note,
    cost === undefined || cost === 'free' ? undefined : costSentences[cost],
    (named ?? definition).unconfirmed && 'ImageKit’s documentation does not confirm this.',
    `Example: \`${example}\``,
    `[ImageKit documentation](${documentationUrl(definition)})`,
  ];
  return lines.filter((line) => line !== undefined).join('\n\n');
}
