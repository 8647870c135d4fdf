import { clampToStep, isInteger, isNumber, numberOf } from '../../transformation/value/number.ts';
import { addExamples, replaceParameter, replaceValue } from '../fixes.ts';
import { relation } from '../relation.ts';
import type { ParameterRule, ValueRule } from '../rule.ts';
import { findInStep, lacksAll, valueInStep } from '../scope.ts';
import { isObject } from './focusValues.ts';
import { describeBadValue } from './values.ts';
import { t } from '../../text/l10n.ts';

// Width, height, ratio and density of pixels. Source: https://imagekit.io/docs/image-resize-and-crop

const dimensions = ['w', 'h'];

export const ratioIgnored = relation({
  code: 'C01',
  name: 'ratioIgnored',
  severity: 'warning',
  keys: ['ar'],
  besideAll: dimensions,
  message: 'ar is ignored beside both w and h; remove it or one of them.',
  fix: 'keepOne',
});

export const ratioWithoutDimension: ParameterRule = {
  code: 'C02',
  name: 'ratioWithoutDimension',
  severity: 'warning',
  keys: ['ar'],
  without: dimensions,
  checkParameter(ratio, scope) {
    const { step } = scope;
    if (!lacksAll(step, dimensions) || isObject(valueInStep(step, 'fo'))) return undefined;
    return {
      message: t('ar needs w or h; add one of them.'),
      fixes: [addExamples(ratio, scope, ['w'])],
    };
  },
};

export const densityWithoutDimension = relation({
  code: 'C04',
  name: 'pixelRatioWithoutDimension',
  severity: 'warning',
  keys: ['dpr'],
  without: dimensions,
  message: 'dpr multiplies w and h; add one of them.',
  fix: { add: ['w'] },
});

/** Source: https://imagekit.io/docs/image-resize-and-crop#dpr---dpr */
const largestMultiplied = 5000;

export const pixelRatioIgnored: ParameterRule = {
  code: 'C06',
  name: 'pixelRatioIgnored',
  severity: 'warning',
  keys: ['dpr'],
  beside: dimensions,
  checkParameter(density, { step }) {
    const { value } = density;
    if (!value || !isNumber(value.text)) return undefined;
    const side = dimensions.find((key) => {
      const length = valueInStep(step, key);
      if (length === undefined || !isInteger(length)) return false;
      const multiplied = numberOf(length) * numberOf(value.text);
      return multiplied > largestMultiplied || (multiplied > 0 && multiplied < 1);
    });
    if (side === undefined) return undefined;
    const length = numberOf(valueInStep(step, side) ?? '');
    const best = clampToStep(
      numberOf(value.text),
      { min: 1 / length, max: largestMultiplied / length },
      0.01,
    );
    return {
      message: t('ImageKit ignores dpr where {side} times dpr is not 1 to 5000; lower it.', {
        side,
      }),
      fixes: [replaceValue(density, String(best))],
    };
  },
};

/** Source: https://imagekit.io/docs/transformations */
const largestDimension = 65_535;
const largestWebp = 16_383;

export const dimensionTooLarge: ValueRule = {
  code: 'C08',
  name: 'dimensionTooLarge',
  severity: 'warning',
  checkValue(bad) {
    if (!dimensions.includes(bad.parameter.key.text) || !isInteger(bad.text)) return undefined;
    return numberOf(bad.text) > largestDimension
      ? { ...describeBadValue(bad), message: t('ImageKit ignores sizes above 65535; lower it.') }
      : undefined;
  },
};

export const dimensionTooLargeForWebp: ParameterRule = {
  code: 'C09',
  name: 'dimensionTooLargeForWebp',
  severity: 'error',
  keys: ['f'],
  beside: dimensions,
  checkParameter(format, { step }) {
    if (!format.hasValue('webp')) return undefined;
    return dimensions
      .map((key) => findInStep(step, key))
      .filter((side) => side !== undefined)
      .filter(({ wholeNumber }) => wholeNumber > largestWebp && wholeNumber <= largestDimension)
      .slice(0, 1)
      .map((side) => ({
        at: side,
        message: t('WebP cannot be larger than 16383 pixels; lower it or choose another format.'),
        fixes: [replaceValue(side, String(largestWebp)), replaceParameter(format, 'f-png')],
      }));
  },
};

export const singleDimension: ParameterRule = {
  code: 'C22',
  name: 'singleDimension',
  severity: 'off',
  keys: dimensions,
  checkParameter({ key }, { step }) {
    const other = key.text === 'w' ? 'h' : 'w';
    if (!lacksAll(step, [other, 'ar'])) return undefined;
    return { message: t('{other} is chosen so that the ratio is kept.', { other }) };
  },
};
