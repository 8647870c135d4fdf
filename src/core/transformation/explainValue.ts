import { decodeText } from '../text/decodeText.ts';
import { enumValuesOf } from './catalogue/catalogue.ts';
import type { EnumValue, ParameterDefinition, Unit } from './catalogue/parameterDefinition.ts';

/** Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations */
const variables: Readonly<Record<string, string>> = {
  iw: 'original width',
  ih: 'original height',
  iar: 'original ratio',
  cw: 'current width',
  ch: 'current height',
  car: 'current ratio',
  bw: 'base width',
  bh: 'base height',
  bar: 'base ratio',
  idu: 'original duration',
  bdu: 'base duration',
  idn: 'original density',
};

const operators: Readonly<Record<string, string>> = {
  add: '+',
  sub: '−',
  mul: '×',
  div: '÷',
  mod: 'mod',
  pow: '^',
};

const unitSigns: Readonly<Record<Unit, string>> = {
  px: ' px',
  '%': ' %',
  '°': '°',
  s: ' s',
  DPI: '',
};

const number = /^N?\d+(?:\.\d+)?$/;

/** A value as people write it: `N40` becomes −40, `iw_div_2` becomes "original width ÷ 2". */
export function explainValue(value: string, definition: ParameterDefinition): string {
  const named = findNamedValue(value, definition);
  if (named) return named.phrase ?? named.value;
  if (number.test(value)) return `${value.replace('N', '−')}${unitOf(definition)}`;
  return explainExpression(value) ?? explainText(value, definition);
}

/** The value of the catalogue; `blurred_25` and `genfill-prompt-…` are `blurred` and `genfill`. */
export function findNamedValue(
  value: string,
  definition: ParameterDefinition,
): EnumValue | undefined {
  const values = enumValuesOf(definition);
  return (
    values.find((candidate) => candidate.value === value) ??
    values.find(({ value: name }) => value.startsWith(`${name}_`) || value.startsWith(`${name}-`))
  );
}

/** The arithmetic of a value, or `undefined` where it is none. */
export function explainExpression(value: string): string | undefined {
  const parts = value.split('_');
  if (parts.length % 2 === 0 || !parts.some((part) => Object.hasOwn(variables, part))) {
    return undefined;
  }
  const words = parts.map((part, index) => {
    const table = index % 2 === 0 ? variables : operators;
    if (Object.hasOwn(table, part)) return table[part];
    return index % 2 === 0 && number.test(part) ? part : undefined;
  });
  return words.includes(undefined) ? undefined : words.join(' ');
}

function unitOf({ values }: ParameterDefinition): string {
  for (const kind of values) {
    if ((kind.kind === 'integer' || kind.kind === 'number') && kind.unit) {
      return unitSigns[kind.unit];
    }
  }
  return '';
}

function explainText(value: string, { values }: ParameterDefinition): string {
  const isPath = values.some(({ kind }) => kind === 'path');
  const text = decodeText(isPath ? value.replaceAll('@@', '/') : value);
  // A composite reads better with its parts apart: `5_FFF000` becomes "5 FFF000".
  return values.some(({ kind }) => kind === 'composite') ? text.replaceAll('_', ' ') : text;
}
