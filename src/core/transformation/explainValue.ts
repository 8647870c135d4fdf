import { decodeBase64, decodeText } from '../text/decodeText.ts';
import { enumValuesOf } from './catalogue/catalogue.ts';
import type {
  EnumValue,
  ParameterDefinition,
  Unit,
  ValueKind,
} from './catalogue/parameterDefinition.ts';
import { explainExpression, explainHexColour, explainNumber } from './explainExpression.ts';
import { splitValue, type ValuePart } from './value/splitValue.ts';
import { t, tOf } from '../text/l10n.ts';

const unitSigns: Readonly<Record<Unit, string>> = {
  px: ' px',
  '%': ' %',
  '°': '°',
  s: ' s',
  DPI: '',
};

const structures: ReadonlySet<ValueKind['kind']> = new Set(['composite', 'pairs', 'list']);

/** A value as people write it: `N40` becomes −40, `iw_div_2` becomes "original width ÷ 2". */
export function explainValue(value: string, definition: ParameterDefinition): string {
  const named = findNamedValue(value, definition);
  if (named) return tOf(named.phrase) ?? named.value;
  if (definition.values.some(({ kind }) => kind === 'colour')) {
    const colour = explainHexColour(value);
    if (colour !== undefined) return colour;
  }
  const amount = explainNumber(value);
  if (amount !== undefined && measures(definition)) return `${amount}${unitOf(definition)}`;
  return (
    explainStructure(value, definition) ??
    explainExpression(value) ??
    explainList(value, definition) ??
    amount ??
    explainText(value, definition)
  );
}

/** The value of the catalogue; `blurred_25` and `genfill-prompt-…` are `blurred` and `genfill`. */
export function findNamedValue(
  value: string,
  definition: Pick<ParameterDefinition, 'values'>,
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

/** By the first structure of the parameter that fits and has a phrase. */
function explainStructure(value: string, { values }: ParameterDefinition): string | undefined {
  for (const kind of values) {
    if ((kind.kind !== 'composite' && kind.kind !== 'pairs') || kind.phrase === undefined) continue;
    const parts = splitValue(value, kind);
    const phrase = parts && fillParts(t(kind.phrase), parts);
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}

/** `undefined` where a part that the phrase names is absent. */
function fillParts(phrase: string, parts: readonly ValuePart[]): string | undefined {
  let isComplete = true;
  const filled = phrase.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts.find((each) => each.name === name);
    isComplete &&= part !== undefined;
    return part ? explainPart(part) : '';
  });
  return isComplete ? filled : undefined;
}

function explainPart({ name, text, kinds }: ValuePart): string {
  if (name === 'text') return decodeText(text);
  if (name === 'base64') return decodeBase64(text) ?? text;
  const named = findNamedValue(text, { values: kinds });
  if (named) return tOf(named.phrase) ?? text;
  const isColour = kinds.some(({ kind }) => kind === 'colour');
  return (
    (isColour ? explainHexColour(text) : undefined) ??
    explainNumber(text) ??
    explainExpression(text) ??
    text
  );
}

/** `b_i_strikethrough` where each of them is a value with a name. */
function explainList(value: string, definition: ParameterDefinition): string | undefined {
  const named = value.split('_').map((part) => findNamedValue(part, definition));
  const phrases = named.map((each) => tOf(each?.phrase));
  return phrases.includes(undefined) ? undefined : phrases.join(t(' and '));
}

function explainText(value: string, { values }: ParameterDefinition): string {
  const isPath = values.some(({ kind }) => kind === 'path');
  const text = decodeText(isPath ? value.replaceAll('@@', '/') : value);
  // Parts read better apart: `480_720` becomes "480, 720".
  return values.some(({ kind }) => structures.has(kind)) ? text.replaceAll('_', ', ') : text;
}
