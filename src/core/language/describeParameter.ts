import { escapeMarkdown } from '../text/escapeMarkdown.ts';
import { documentationUrl } from '../transformation/catalogue/catalogue.ts';
import { findNamedValue } from '../transformation/explainValue.ts';
import type {
  ParameterDefinition,
  ValueKind,
} from '../transformation/catalogue/parameterDefinition.ts';

const costSentences = {
  extensionUnits: 'Costs extension units.',
  videoUnits: 'Costs video units.',
} as const;

/**
 * Markdown about a parameter: what it does, what it takes, an example, and its page.
 * @param value What it has here; one with a name of its own is described too.
 */
export function describeParameter(definition: ParameterDefinition, value?: string): string {
  const { key, name, summary, example, note } = definition;
  const named = value === undefined ? undefined : findNamedValue(value, definition);
  const cost = named?.cost ?? definition.cost;
  const lines = [
    `**${key}** · ${name}`,
    summary,
    named && `\`${named.value}\`: ${named.summary}`,
    `Value: ${escapeMarkdown(describeForms(definition))}${definition.default === undefined ? '' : `; default ${definition.default}`}`,
    note,
    cost === undefined || cost === 'free' ? undefined : costSentences[cost],
    (named ?? definition).unconfirmed && 'ImageKit’s documentation does not confirm this.',
    `Example: \`${example}\``,
    `[ImageKit documentation](${documentationUrl(definition)})`,
  ];
  return lines.filter((line) => line !== undefined).join('\n\n');
}

/** What a parameter takes, in a few words: `integer, fraction or expression`. */
export function describeForms({ values }: ParameterDefinition): string {
  const forms = values.map(describeForm);
  const last = forms.at(-1) ?? '';
  return forms.length < 2 ? last : `${forms.slice(0, -1).join(', ')} or ${last}`;
}

const longestList = 4;

function describeForm(kind: ValueKind): string {
  switch (kind.kind) {
    case 'integer':
    case 'number':
      return `${kind.kind}${rangeOf(kind)}${kind.unit === undefined ? '' : ` ${kind.unit}`}`;
    case 'fraction':
      return '0–1 fraction';
    case 'expression':
      return 'expression';
    case 'enum': {
      const names = kind.values.map(({ value }) => value);
      return names.length > longestList
        ? `${names.slice(0, longestList).join(', ')}, …`
        : names.join(', ');
    }
    case 'colour':
      return 'colour';
    case 'flag':
      return 'no value';
    case 'text':
      return 'text';
    case 'path':
      return 'path';
    case 'composite':
      return kind.form;
    default:
      return kind satisfies never;
  }
}

function rangeOf({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min !== undefined && max !== undefined) return ` ${min}–${max}`;
  if (min !== undefined) return ` from ${min}`;
  return max === undefined ? '' : ` up to ${max}`;
}
