import type { Parameter } from '../../transformation/tree.ts';
import { addParameter, guess, missingExamples, removeItem, replaceValue } from '../fixes.ts';
import type { Fix } from '../finding.ts';
import { relation } from '../relation.ts';
import type { ParameterRule } from '../rule.ts';
import { findInStep, hasAny, lacksAll, lacksAny, type Scope } from '../scope.ts';
import { extensionOf } from './urlFacts.ts';
import { t } from '../../text/l10n.ts';
import { box, opaque } from './appearance.ts';

// Backgrounds and what shows them. Source: https://imagekit.io/docs/effects-and-enhancements

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
