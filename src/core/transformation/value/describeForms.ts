import type { ValueKind } from '../catalogue/parameterDefinition.ts';
import { t } from '../../text/l10n.ts';

/** What is accepted, in a few words: `integer, fraction or expression`. */
export function describeForms(kinds: readonly ValueKind[]): string {
  const forms = kinds.map(describeForm);
  const last = forms.at(-1) ?? '';
  return forms.length < 2
    ? last
    : t('{others} or {last}', { others: forms.slice(0, -1).join(', '), last });
}

const longestList = 4;

function describeForm(kind: ValueKind): string {
  switch (kind.kind) {
    case 'integer':
    case 'number':
      return `${t(kind.kind)}${rangeOf(kind)}${kind.unit === undefined ? '' : ` ${kind.unit}`}`;
    case 'fraction':
      return t('0–1 fraction');
    case 'expression':
      return t('expression');
    case 'enum': {
      const names = kind.values.map(({ value }) => value);
      return names.length > longestList
        ? `${names.slice(0, longestList).join(', ')}, …`
        : names.join(', ');
    }
    case 'colour':
      return t('colour');
    case 'flag':
      return t('no value');
    case 'text':
      return t('text');
    case 'path':
      return t('path');
    case 'condition':
      return t('condition');
    case 'composite':
    case 'pairs':
    case 'list':
      return kind.form;
    default:
      return kind satisfies never;
  }
}

function rangeOf({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min !== undefined && max !== undefined) return ` ${min}–${max}`;
  if (min !== undefined) return t(' from {min}', { min });
  return max === undefined ? '' : t(' up to {max}', { max });
}
