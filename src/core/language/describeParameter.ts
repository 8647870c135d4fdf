import { documentationUrl } from '../transformation/catalogue/catalogue.ts';
import type {
  ParameterDefinition,
  ValueKind,
} from '../transformation/catalogue/parameterDefinition.ts';

const costSentences = {
  extensionUnits: 'Costs extension units.',
  videoUnits: 'Costs video units.',
} as const;

/** Markdown about a parameter: what it does, what it takes, an example, and its page. */
export function describeParameter(definition: ParameterDefinition): string {
  const { key, name, summary, example, note, cost } = definition;
  const lines = [
    `**${key}** · ${name}`,
    summary,
    `Value: ${describeForms(definition)}${definition.default === undefined ? '' : `; default ${definition.default}`}`,
    note,
    cost === undefined || cost === 'free' ? undefined : costSentences[cost],
    definition.unconfirmed
      ? 'ImageKit’s documentation does not confirm this parameter.'
      : undefined,
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
    case 'boolean':
      return 'true, false';
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
