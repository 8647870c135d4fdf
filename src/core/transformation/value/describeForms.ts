import type { ValueKind } from '../catalogue/parameterDefinition.ts';

/** What is accepted, in a few words: `integer, fraction or expression`. */
export function describeForms(kinds: readonly ValueKind[]): string {
  const forms = kinds.map(describeForm);
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
    case 'condition':
      return 'condition';
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
  if (min !== undefined) return ` from ${min}`;
  return max === undefined ? '' : ` up to ${max}`;
}
