import { decodeBase64, decodeText } from '../text/decodeText.ts';
import { enumValuesOf } from './catalogue/catalogue.ts';
import type {
  Composite,
  EnumValue,
  ParameterDefinition,
  Unit,
} from './catalogue/parameterDefinition.ts';
import { explainExpression, explainHexColour, explainNumber } from './explainExpression.ts';

const unitSigns: Readonly<Record<Unit, string>> = {
  px: ' px',
  '%': ' %',
  '°': '°',
  s: ' s',
  DPI: '',
};

/** A value as people write it: `N40` becomes −40, `iw_div_2` becomes "original width ÷ 2". */
export function explainValue(value: string, definition: ParameterDefinition): string {
  const named = findNamedValue(value, definition);
  if (named) return named.phrase ?? named.value;
  if (definition.values.some(({ kind }) => kind === 'colour')) {
    const colour = explainHexColour(value);
    if (colour !== undefined) return colour;
  }
  const amount = explainNumber(value);
  if (amount !== undefined && measures(definition)) return `${amount}${unitOf(definition)}`;
  return (
    explainComposite(value, definition) ??
    explainExpression(value) ??
    explainList(value, definition) ??
    amount ??
    explainText(value, definition)
  );
}

/** The value of the catalogue; `blurred_25` and `genfill-prompt-…` are `blurred` and `genfill`. */
export function findNamedValue(
  value: string,
  definition: ParameterDefinition,
): EnumValue | undefined {
  const values = enumValuesOf(definition);
  return (
    values.find((candidate) => candidate.value === value) ??
    values.find(
      ({ value: name, hasParts }) =>
        hasParts && (value.startsWith(`${name}_`) || value.startsWith(`${name}-`)),
    )
  );
}

function measures({ values }: ParameterDefinition): boolean {
  return values.some(({ kind }) => kind === 'integer' || kind === 'number');
}

function unitOf({ values }: ParameterDefinition): string {
  for (const kind of values) {
    if ((kind.kind === 'integer' || kind.kind === 'number') && kind.unit) {
      return unitSigns[kind.unit];
    }
  }
  return '';
}

/** By the first pattern of the parameter that fits. */
function explainComposite(value: string, { values }: ParameterDefinition): string | undefined {
  for (const { pattern, phrase } of values.filter((kind) => kind.kind === 'composite')) {
    const match = pattern?.exec(value);
    if (match && phrase !== undefined) return fillIn(phrase, match.groups ?? {});
  }
  return undefined;
}

function fillIn(
  phrase: NonNullable<Composite['phrase']>,
  groups: Readonly<Record<string, string>>,
): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    explainPart(name, groups[name] ?? ''),
  );
}

function explainPart(name: string, part: string): string {
  if (name === 'text') return decodeText(part);
  if (name === 'base64') return decodeBase64(part) ?? part;
  return explainNumber(part) ?? explainHexColour(part) ?? explainExpression(part) ?? part;
}

/** `b_i_strikethrough` where each of them is a value with a name. */
function explainList(value: string, definition: ParameterDefinition): string | undefined {
  const named = value.split('_').map((part) => findNamedValue(part, definition));
  const phrases = named.map((each) => each?.phrase);
  return phrases.includes(undefined) ? undefined : phrases.join(' and ');
}

function explainText(value: string, { values }: ParameterDefinition): string {
  const isPath = values.some(({ kind }) => kind === 'path');
  const text = decodeText(isPath ? value.replaceAll('@@', '/') : value);
  // A composite reads better with its parts apart: `480_720` becomes "480, 720".
  return values.some(({ kind }) => kind === 'composite') ? text.replaceAll('_', ', ') : text;
}
