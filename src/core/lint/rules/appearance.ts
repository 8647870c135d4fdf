import type { Parameter } from '../../transformation/tree.ts';
import { isNumber, numberOf } from '../../transformation/value/number.ts';
import { addParameter, guess, moveItem, removeItem, replaceValue } from '../fixes.ts';
import { separator } from '../../transformation/editTransformation.ts';
import { widthFor } from './widthFor.ts';
import type { ParameterRule } from '../rule.ts';
import { findInStep, hasAny, lacksAll, type Scope } from '../scope.ts';
import { extensionOf } from './urlFacts.ts';
import { t } from '../../text/l10n.ts';

// Transparency, corners and shadows. Source: https://imagekit.io/docs/effects-and-enhancements

export const opaque: ReadonlySet<string> = new Set(['jpg', 'jpeg']);
export const box = ['w', 'h'];

const needsAlpha = ['o', 'r', 'e-bgremove', 'e-removedotbg', 'rt'];

export const transparentJpeg: ParameterRule = {
  code: 'B08',
  name: 'transparentJpeg',
  severity: 'warning',
  keys: ['f'],
  inLayer: false,
  beside: needsAlpha,
  without: ['bg'],
  checkParameter(format, scope) {
    const { step } = scope;
    if (!opaque.has(format.value?.text ?? '') || !lacksAll(step, ['bg'])) return undefined;
    const key = needsAlpha.find((each) => leavesHoles(findInStep(step, each)));
    if (key === undefined) return undefined;
    return {
      message: t('A JPEG has no transparency for {key}; use f-png or f-webp, or add bg.', { key }),
      fixes: [
        replaceValue(format, 'png'),
        replaceValue(format, 'webp'),
        guess(addParameter(format, scope, 'bg-FFFFFF')),
      ],
    };
  },
};

/** A turn by right angles leaves no corners to fill. */
function leavesHoles(parameter: Parameter | undefined): boolean {
  if (parameter?.definition?.key !== 'rt') return parameter !== undefined;
  const turn = parameter.value?.text ?? '';
  return isNumber(turn) && numberOf(turn) % 90 !== 0;
}

export const roundedWithCrop: ParameterRule = {
  code: 'B09',
  name: 'roundedWithCrop',
  severity: 'warning',
  keys: ['r'],
  beside: ['c', 'cm'],
  checkParameter(radius, scope) {
    const { step } = scope;
    if (!hasAny(step, ['c', 'cm'])) return undefined;
    const newText = `${separator(':', radius, scope)}r-${radius.value?.text ?? ''}`;
    const title = t('Begin a new step of the chain with it');
    return {
      message: t('Round the corners after the crop: put r into the next step of the chain.'),
      fixes: [moveItem(radius, scope, title, { start: step.end, end: step.end, newText })],
    };
  },
};

export const trimOff: ParameterRule = {
  code: 'B11',
  name: 'needlessTrim',
  severity: 'warning',
  keys: ['t'],
  inLayer: false,
  checkParameter(trim, scope) {
    if (!trim.hasValue('false')) return undefined;
    return {
      message: t('Only layers are trimmed unasked; remove t-false.'),
      fixes: [removeItem(trim, scope)],
    };
  },
};

/** Pixels. Source: https://imagekit.io/docs/effects-and-enhancements#shadow---e-shadow */
const largestShadowed = 2_000_000;

export const shadowTooLarge: ParameterRule = {
  code: 'B12',
  name: 'shadowTooLarge',
  severity: 'error',
  keys: ['e-shadow'],
  inLayer: false,
  checkParameter(shadow, scope) {
    const {
      step,
      chain,
      source: { size },
    } = scope;
    if (!size || size.width * size.height <= largestShadowed) return undefined;
    const before = chain.slice(0, chain.indexOf(step) + 1);
    if (before.some((each) => !lacksAll(each, box))) return undefined;
    const { start } = shadow;
    const newText = widthFor(size, largestShadowed) + separator(',', shadow, scope);
    return {
      message: t('e-shadow takes two megapixels at most; add w before it.'),
      fixes: [{ title: t('Resize before it'), edits: [{ start, end: start, newText }] }],
    };
  },
};

export const shadowOfOpaque: ParameterRule = {
  code: 'B13',
  name: 'shadowOfOpaque',
  severity: 'warning',
  keys: ['e-shadow', 'e-dropshadow'],
  inLayer: false,
  checkParameter(shadow, scope) {
    const { chain, source } = scope;
    const isOpaque = opaque.has(extensionOf(source) ?? '') && !source.url?.suffix;
    const cutOut = ['e-bgremove', 'e-removedotbg', 'r', 'n', 'e-distort'];
    if (!isOpaque || chain.some((each) => !lacksAll(each, cutOut))) return undefined;
    return {
      message: t('A JPEG has no transparency that throws a shadow; put e-bgremove: before it.'),
      fixes: [
        {
          title: t('Remove the background first'),
          edits: [{ start: chainStart(scope), end: chainStart(scope), newText: 'e-bgremove:' }],
        },
      ],
      at: shadow,
    };
  },
};

function chainStart({ chain, step }: Scope): number {
  return (chain[0] ?? step).start;
}
