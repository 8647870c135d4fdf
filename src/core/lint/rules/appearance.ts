import type { Parameter } from '../../transformation/tree.ts';
import { isNumber, numberOf } from '../../transformation/value/number.ts';
import {
  addParameter,
  guess,
  missingExamples,
  moveItem,
  removeItem,
  replaceValue,
} from '../fixes.ts';
import { separator } from '../../transformation/editTransformation.ts';
import type { Fix } from '../finding.ts';
import { relation } from '../relation.ts';
import { widthFor } from './widthFor.ts';
import type { ParameterRule } from '../rule.ts';
import { findInStep, hasAny, lacksAll, lacksAny, type Scope } from '../scope.ts';
import { extensionOf } from './urlFacts.ts';
import { t } from '../../text/l10n.ts';

// Background, border, corners and effects. Source: https://imagekit.io/docs/effects-and-enhancements

const opaque: ReadonlySet<string> = new Set(['jpg', 'jpeg']);
const box = ['w', 'h'];

export const blurredWithoutPadding: ParameterRule = {
  code: 'B01',
  name: 'blurredWithoutPadding',
  severity: 'error',
  keys: ['bg'],
  checkParameter(background, scope) {
    if (!background.valueStartsWith('blurred')) return undefined;
    const mode = findInStep(scope.step, 'cm');
    if (mode ? isPadResize(mode) : !lacksAll(scope.step, ['cm'])) return undefined;
    return {
      message: t('A blurred background fills the padding of cm-pad_resize; add it.'),
      fixes: [
        mode ? replaceValue(mode, 'pad_resize') : addParameter(background, scope, 'cm-pad_resize'),
      ],
    };
  },
};

function isPadResize(mode: Parameter): boolean {
  return mode.holes.length > 0 || mode.hasValue('pad_resize');
}

export const blurredWithoutSize = relation({
  code: 'B02',
  name: 'blurredWithoutSize',
  severity: 'warning',
  keys: ['bg'],
  values: /^blurred/,
  withoutAll: box,
  message: 'A blurred background needs both w and h; add what is missing.',
  fix: { add: box },
});

export const generatedFill: ParameterRule = {
  code: 'B03',
  name: 'generatedFillWithoutPadding',
  severity: 'error',
  keys: ['bg'],
  checkParameter(background, scope) {
    if (!background.valueStartsWith('genfill')) return undefined;
    const mode = findInStep(scope.step, 'cm');
    const isPadded = mode
      ? mode.holes.length > 0 || /^pad_(?:resize|extract)$/.test(mode.value?.text ?? '')
      : !lacksAll(scope.step, ['cm']);
    const isSized = !lacksAny(scope.step, box);
    if (isPadded && isSized) return undefined;
    return {
      message: t('genfill fills padding; it needs w, h and cm-pad_resize or cm-pad_extract.'),
      fixes: [room(background, mode, scope)],
    };
  },
};

/** The padding and the size that generated fill needs. */
function room(background: Parameter, mode: Parameter | undefined, scope: Scope): Fix {
  const size = missingExamples(scope, box);
  if (mode && size.length === 0) return replaceValue(mode, 'pad_resize');
  const fix = addParameter(background, scope, ...(mode ? [] : ['cm-pad_resize']), ...size);
  return size.length === 0 ? fix : guess(fix);
}

export const generatedFillInLayer: ParameterRule = {
  code: 'B04',
  name: 'generatedFillMisplaced',
  severity: 'error',
  keys: ['bg'],
  checkParameter(background, scope) {
    if (!background.valueStartsWith('genfill')) return undefined;
    const { layer, source } = scope;
    const isVideo = source.targets.every((target) => target === 'video');
    if (!layer && !isVideo) return undefined;
    return {
      message: t('genfill works on images themselves only; use a colour here.'),
      fixes: [removeItem(background, scope)],
    };
  },
};

/** What leaves something for a background to fill. */
const transparent = [
  'cm',
  'r',
  'rt',
  'o',
  't',
  'l',
  'n',
  'e-bgremove',
  'e-removedotbg',
  'e-distort',
  'e-shadow',
  'e-dropshadow',
];

export const nothingToFill: ParameterRule = {
  code: 'B06',
  name: 'nothingToFill',
  severity: 'warning',
  keys: ['bg'],
  inLayer: false,
  checkParameter(background, scope) {
    const { chain, step, source } = scope;
    const isOpaque = opaque.has(extensionOf(source) ?? '') && !source.url?.suffix;
    if (!isOpaque || chain.some((each) => !lacksAll(each, transparent))) return undefined;
    if (background.valueStartsWith('blurred') || step.items.length === 0) return undefined;
    return {
      message: t('A JPEG that is not padded, rounded or turned shows no background; remove bg.'),
      fixes: [removeItem(background, scope)],
    };
  },
};

export const opacityOfBackground: ParameterRule = {
  code: 'B07',
  name: 'opacityOfBackground',
  severity: 'warning',
  keys: ['bg'],
  beside: ['o'],
  checkParameter(background, { step }) {
    const { value } = background;
    if (!value || !/^[0-9a-f]{6}\d\d$/i.test(value.text) || !hasAny(step, ['o'])) return undefined;
    const colour = value.text.slice(0, 6);
    return {
      message: t('Beside o the opacity of bg is ignored; write bg-{colour}.', { colour }),
      fixes: [replaceValue(background, colour)],
    };
  },
};

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
