import { focusObjects } from '../../transformation/catalogue/focusObjects.ts';
import { numberOf, isNumber, isInteger } from '../../transformation/value/number.ts';
import { relation } from '../relation.ts';
import { removeItem } from '../fixes.ts';
import type { ParameterRule, ValueRule } from '../rule.ts';
import { findInStep, hasAny, lacksAll, valueInStep } from '../scope.ts';
import { describeBadValue } from './values.ts';
import { t } from '../../text/l10n.ts';

// Size, crop and focus. Source: https://imagekit.io/docs/image-resize-and-crop

const dimensions = ['w', 'h'];
const objectNames: ReadonlySet<string> = new Set(focusObjects.map(({ value }) => value));

function isObject(focus: string | undefined): boolean {
  return focus?.split('_').some((name) => objectNames.has(name)) ?? false;
}

export const ratioIgnored = relation({
  code: 'C01',
  name: 'ratioIgnored',
  severity: 'warning',
  keys: ['ar'],
  besideAll: dimensions,
  message: 'ar is ignored beside both w and h; remove it or one of them.',
  fix: 'remove',
});

export const ratioWithoutDimension: ParameterRule = {
  code: 'C02',
  name: 'ratioWithoutDimension',
  severity: 'warning',
  keys: ['ar'],
  without: dimensions,
  checkParameter(_, { step }) {
    if (!lacksAll(step, dimensions) || isObject(valueInStep(step, 'fo'))) return undefined;
    return { message: t('ar needs w or h; add one of them.') };
  },
};

export const densityWithoutDimension = relation({
  code: 'C04',
  name: 'pixelRatioWithoutDimension',
  severity: 'warning',
  keys: ['dpr'],
  without: dimensions,
  message: 'dpr multiplies w and h; add one of them.',
  fix: 'remove',
});

/** Source: https://imagekit.io/docs/image-resize-and-crop#dpr---dpr */
const largestMultiplied = 5000;

export const pixelRatioIgnored: ParameterRule = {
  code: 'C06',
  name: 'pixelRatioIgnored',
  severity: 'warning',
  keys: ['dpr'],
  beside: dimensions,
  checkParameter({ value }, { step }) {
    if (!value || !isNumber(value.text)) return undefined;
    const side = dimensions.find((key) => {
      const length = valueInStep(step, key);
      if (length === undefined || !isInteger(length)) return false;
      const multiplied = numberOf(length) * numberOf(value.text);
      return multiplied > largestMultiplied || (multiplied > 0 && multiplied < 1);
    });
    return side === undefined
      ? undefined
      : {
          message: t('ImageKit ignores dpr where {side} times dpr is not 1 to 5000; lower it.', {
            side,
          }),
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
  checkParameter({ value }, { step }) {
    if (value?.text !== 'webp') return undefined;
    const side = dimensions
      .map((key) => findInStep(step, key))
      .find(
        (each) => each && each.wholeNumber > largestWebp && each.wholeNumber <= largestDimension,
      );
    return (
      side && {
        at: side,
        message: t('WebP cannot be larger than 16383 pixels; lower it or choose another format.'),
      }
    );
  },
};

export const strategyWithoutSize = relation({
  code: 'C10',
  name: 'strategyWithoutSize',
  severity: 'warning',
  keys: ['c', 'cm'],
  // The default needs no size to be harmless.
  values: /^(?!maintain_ratio$)/,
  withoutAll: dimensions,
  message: '{key} works on a box of both w and h; add what is missing.',
  fix: 'remove',
});

export const twoStrategies = relation({
  code: 'C11',
  name: 'twoStrategies',
  severity: 'warning',
  keys: ['cm'],
  beside: ['c'],
  message: 'c and cm are alternatives; keep one of them.',
  fix: 'remove',
});

/** Strategies that keep the whole picture leave nothing to focus on. */
const wholePicture: ReadonlySet<string> = new Set([
  'force',
  'at_max',
  'at_max_enlarge',
  'at_least',
]);

export const focusWithoutCrop: ParameterRule = {
  code: 'C13',
  name: 'focusWithoutCrop',
  severity: 'warning',
  keys: ['fo'],
  checkParameter(focus, scope) {
    const { step } = scope;
    const strategy = valueInStep(step, 'c') ?? '';
    const keepsAll = wholePicture.has(strategy) && !hasAny(step, ['cm']);
    const hasNoSize =
      !isObject(focus.value?.text) && focus.holes.length === 0 && lacksAll(step, [...dimensions]);
    if (!keepsAll && !hasNoSize) return undefined;
    return {
      message: keepsAll
        ? t('fo has no effect beside c-{strategy}, which crops nothing; remove it.', { strategy })
        : t('fo chooses what a crop keeps; add w and h.'),
      fixes: [removeItem(focus, scope)],
    };
  },
};

const corner = /^(?:top|bottom)_(?:left|right)$/;

export const cornerOfPadding: ParameterRule = {
  code: 'C14',
  name: 'cornerOfPadding',
  severity: 'warning',
  keys: ['fo'],
  beside: ['cm'],
  checkParameter({ value }, { step }) {
    if (!corner.test(value?.text ?? '') || valueInStep(step, 'cm') !== 'pad_resize') {
      return undefined;
    }
    return { message: t('cm-pad_resize takes left, right, top or bottom; choose a side.') };
  },
};

export const zoomWithoutSubject: ParameterRule = {
  code: 'C17',
  name: 'zoomWithoutSubject',
  severity: 'warning',
  keys: ['z'],
  checkParameter(zoom, scope) {
    const { step } = scope;
    const focus = findInStep(step, 'fo');
    if (focus) {
      const value = focus.value?.text;
      if (value === 'face' || isObject(value) || focus.holes.length > 0) return undefined;
    } else if (!lacksAll(step, ['fo'])) return undefined;
    return {
      message: t('z zooms on a face or object; add fo-face or fo with an object.'),
      fixes: [removeItem(zoom, scope)],
    };
  },
};

export const coordinateWithoutExtract: ParameterRule = {
  code: 'C18',
  name: 'coordinateWithoutExtract',
  severity: 'warning',
  keys: ['x', 'y', 'xc', 'yc'],
  // Inside a layer it is mistaken for lx; see L07.
  inLayer: false,
  checkParameter(parameter, scope) {
    const mode = findInStep(scope.step, 'cm');
    const extracts = mode?.value?.text.includes('extract') ?? false;
    const isUnknown = mode ? mode.holes.length > 0 : !lacksAll(scope.step, ['cm']);
    if (extracts || isUnknown) return undefined;
    return {
      message: t('{text} places what cm-extract cuts out; add cm-extract.', {
        text: parameter.key.text,
      }),
      fixes: mode
        ? []
        : [
            {
              title: t('Add cm-extract'),
              edits: [{ start: parameter.end, end: parameter.end, newText: ',cm-extract' }],
            },
          ],
    };
  },
};

export const twoOrigins = [
  relation({
    code: 'C19',
    name: 'twoOrigins',
    severity: 'warning',
    keys: ['x'],
    beside: ['xc'],
    message: '{key} and {other} say the same in two ways; keep one.',
    fix: 'remove',
  }),
  relation({
    code: 'C19',
    name: 'twoOrigins',
    severity: 'warning',
    keys: ['y'],
    beside: ['yc'],
    message: '{key} and {other} say the same in two ways; keep one.',
    fix: 'remove',
  }),
  relation({
    code: 'C19',
    name: 'twoOrigins',
    severity: 'warning',
    keys: ['fo'],
    beside: ['x', 'y', 'xc', 'yc'],
    message: '{key} and {other} both place the area; keep one.',
    fix: 'remove',
  }),
] as const;

export const extractOutside: ParameterRule = {
  code: 'C20',
  name: 'extractOutside',
  severity: 'warning',
  keys: ['xc', 'yc', 'x', 'y'],
  inLayer: false,
  beside: ['cm'],
  checkParameter({ key, value }, { step, chain, source }) {
    const { size } = source;
    if (!size || chain[0] !== step || valueInStep(step, 'cm') !== 'extract') return undefined;
    const isHorizontal = key.text.startsWith('x');
    const length = valueInStep(step, isHorizontal ? 'w' : 'h');
    if (!value || length === undefined || !isInteger(value.text) || !isInteger(length)) {
      return undefined;
    }
    const extent = numberOf(length);
    const start = numberOf(value.text) - (key.text.endsWith('c') ? extent / 2 : 0);
    const limit = isHorizontal ? size.width : size.height;
    if (start >= 0 && start + extent <= limit) return undefined;
    return {
      message: isHorizontal
        ? t(
            'The source is {limit} px wide, and this area reaches beyond; make it smaller or use cm-pad_extract.',
            { limit },
          )
        : t(
            'The source is {limit} px high, and this area reaches beyond; make it smaller or use cm-pad_extract.',
            { limit },
          ),
    };
  },
};

export const rotatedExtract: ParameterRule = {
  code: 'C21',
  name: 'rotatedExtract',
  severity: 'off',
  keys: ['x', 'y'],
  beside: ['cm'],
  checkParameter(_, { step }) {
    if (valueInStep(step, 'cm') !== 'extract') return undefined;
    return {
      message: t('A photo is rotated by its EXIF orientation first; check the coordinates.'),
    };
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
