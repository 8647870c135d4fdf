import { relation } from '../relation.ts';
import { addParameter, guess, missingExamples, removeItem, replaceValue } from '../fixes.ts';
import type { ParameterRule } from '../rule.ts';
import { findInStep, hasAny, lacksAll, valueInStep } from '../scope.ts';
import { isObject } from './focusValues.ts';
import { t } from '../../text/l10n.ts';

// Crop and focus. Source: https://imagekit.io/docs/image-resize-and-crop

const dimensions = ['w', 'h'];

export const strategyWithoutSize = relation({
  code: 'C10',
  name: 'strategyWithoutSize',
  severity: 'warning',
  keys: ['c', 'cm'],
  // The default needs no size to be harmless.
  values: /^(?!maintain_ratio$)/,
  withoutAll: dimensions,
  message: '{key} works on a box of both w and h; add what is missing.',
  fix: { add: dimensions },
});

export const twoStrategies = relation({
  code: 'C11',
  name: 'twoStrategies',
  severity: 'warning',
  keys: ['cm'],
  beside: ['c'],
  message: 'c and cm are alternatives; keep one of them.',
  fix: 'keepOne',
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
      !isObject(focus.value?.text) && focus.holes.length === 0 && lacksAll(step, dimensions);
    if (!keepsAll && !hasNoSize) return undefined;
    return {
      message: keepsAll
        ? t('fo has no effect beside c-{strategy}, which crops nothing; remove it.', { strategy })
        : t('fo chooses what a crop keeps; add w and h.'),
      fixes: [removeItem(focus, scope)],
    };
  },
};

const corner = /^(?<vertical>top|bottom)_(?<horizontal>left|right)$/;

export const cornerOfPadding: ParameterRule = {
  code: 'C14',
  name: 'cornerOfPadding',
  severity: 'warning',
  keys: ['fo'],
  beside: ['cm'],
  checkParameter(focus, { step }) {
    const { vertical, horizontal } = corner.exec(focus.value?.text ?? '')?.groups ?? {};
    if (valueInStep(step, 'cm') !== 'pad_resize' || !vertical || !horizontal) return undefined;
    return {
      message: t('cm-pad_resize takes left, right, top or bottom; choose a side.'),
      fixes: [vertical, horizontal].map((side) => guess(replaceValue(focus, side))),
    };
  },
};

export const customFocusMissing: ParameterRule = {
  code: 'C15',
  name: 'customFocusMissing',
  severity: 'warning',
  keys: ['fo'],
  inLayer: false,
  checkParameter(focus, { source }) {
    if (source.hasCustomCoordinates !== false || !focus.hasValue('custom')) return undefined;
    return {
      message: t('This file has no custom coordinates; set them in the media library.'),
    };
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
      fixes: [
        guess(
          focus
            ? replaceValue(focus, 'face')
            : addParameter(zoom, scope, 'fo-face', ...missingExamples(scope, dimensions)),
        ),
        removeItem(zoom, scope),
      ],
    };
  },
};
