import { describeForms } from '../../transformation/value/describeForms.ts';
import type { Parameter } from '../../transformation/tree.ts';
import {
  removeItem,
  replaceByExample,
  replaceParameter,
  replaceSpan,
  replaceValue,
} from '../fixes.ts';
import type { BadValue, RuleInfo, ValueRule } from '../rule.ts';
import { nearestValue } from './nearestValue.ts';
import { findParameter } from '../../transformation/catalogue/catalogue.ts';
import { acceptsValue } from '../../transformation/value/acceptsValue.ts';
import { t } from '../../text/l10n.ts';

// Values that no parameter takes, whatever it is. Source: https://imagekit.io/docs/transformations

export const missingValue: ValueRule = {
  code: 'S02',
  name: 'missingValue',
  severity: 'error',
  checkValue({ text, part, kinds, parameter }) {
    if (text !== '' || part !== '') return undefined;
    return {
      at: parameter,
      message: t('{text} needs a value: {forms}.', {
        text: parameter.key.text,
        forms: describeForms(kinds),
      }),
      fixes: [isBlockKey(parameter) ? undefined : replaceByExample(parameter)],
    };
  },
};

/** Their examples are whole blocks. */
function isBlockKey({ key }: Parameter): boolean {
  return key.text === 'l' || key.text === 'if';
}

export const sdkTrue: ValueRule = {
  code: 'S04',
  name: 'sdkTrue',
  severity: 'warning',
  checkValue({ text, parameter }) {
    const { definition } = parameter;
    if (text !== 'true' || !['e-colorize', 'e-distort'].includes(definition?.key ?? '')) {
      return undefined;
    }
    return {
      message: t('An SDK printed true; say how: {example}.', {
        example: definition?.example ?? '',
      }),
      fixes: [replaceByExample(parameter)],
    };
  },
};

export const flagWithValue: ValueRule = {
  code: 'S03',
  name: 'flagWithValue',
  severity: 'warning',
  checkValue({ text, kinds, parameter }, scope) {
    const isFlag = kinds.every(({ kind }) => kind === 'flag');
    const canBeFlag = kinds.some(({ kind }) => kind === 'flag');
    if (!isFlag && !(canBeFlag && /^(?:true|false|1|0)$/.test(text))) return undefined;
    const key = parameter.key.text;
    const isOff = text === 'false' || text === '0';
    return {
      message: isOff
        ? t('{key} stands for itself; remove it to switch it off.', { key })
        : t('{key} stands for itself; remove its value.', { key }),
      fixes: [isOff ? removeItem(parameter, scope) : replaceParameter(parameter, key)],
    };
  },
};

export const minusSign: ValueRule = {
  code: 'S11',
  name: 'minusSign',
  severity: 'error',
  checkValue(bad) {
    const [, number] = /^-(\d+(?:\.\d+)?)$/.exec(bad.text) ?? [];
    if (number === undefined || !acceptsValue(`N${number}`, bad.kinds)) return undefined;
    return {
      message: t('Negative numbers are written with N: N{number}.', { number }),
      fixes: [replaceSpan(bad, `N${number}`)],
    };
  },
};

/** Parameters that share their job, so that their values are easily taken for each other’s. */
const siblings: readonly (readonly [string, string])[] = [
  ['c', 'cm'],
  ['cm', 'c'],
  ['fo', 'lfo'],
  ['vc', 'ac'],
  ['ac', 'vc'],
];

export const valueOfSibling: ValueRule = {
  code: 'C12',
  name: 'valueOfOtherParameter',
  severity: 'error',
  checkValue({ text, parameter }) {
    const key = parameter.key.text;
    const other = siblings.find(
      ([own, sibling]) => own === key && acceptsValue(text, findParameter(sibling)?.values ?? []),
    )?.[1];
    if (other === undefined) return undefined;
    return {
      message: t('{text} is a value of {other}; write {other}-{text}.', { text, other }),
      fixes: [replaceSpan(parameter.key, other, t('Change to {other}-{text}', { other, text }))],
    };
  },
};

/** What is left for values that no other rule knows better. */
const invalid: RuleInfo = { code: 'S34', name: 'invalidValue', severity: 'warning' };

export const invalidValue: ValueRule = { ...invalid, checkValue: describeBadValue };

/** `[width]`, `[[width]]`, `__WIDTH__`. What a variable leaked is none. */
const placeholders =
  /\[\[?(?!object\b)[A-Za-z][\w.-]{0,60}\]|(?:^|[-_])__[A-Za-z]\w{0,60}?__(?:$|_)/;

/** A value is looked through for each of its parts. */
const longestWithPlaceholder = 200;

/**
 * What documentation and build scripts write for a value to come, as `{width}` does for templates: it
 * is passed over. Values that ImageKit takes are never asked about here.
 */
export const placeholder: ValueRule = {
  ...invalid,
  checkValue({ parameter }) {
    const isShort = parameter.valueLength <= longestWithPlaceholder;
    return isShort && placeholders.test(parameter.value?.text ?? '') ? [] : undefined;
  },
};

/** What the parameter takes instead, and the nearest such value. */
export function describeBadValue(bad: BadValue): {
  message: string;
  fixes: ReturnType<typeof replaceSpan>[];
} {
  const { text, part, kinds, parameter } = bad;
  const key = parameter.key.text;
  const nearest = nearestValue(text, kinds);
  const what = part === '' ? key : t('the {part} of {key}', { part, key });
  return {
    message: t('“{text}” is no value for {what}; use {forms}.', {
      text,
      what,
      forms: describeForms(kinds),
    }),
    fixes:
      nearest === undefined
        ? []
        : [part === '' ? replaceValue(parameter, nearest) : replaceSpan(bad, nearest)],
  };
}
