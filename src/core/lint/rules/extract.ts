import { isInteger, numberOf } from '../../transformation/value/number.ts';
import type { Parameter } from '../../transformation/tree.ts';
import { addParameter, guess, missingExamples, replaceValue } from '../fixes.ts';
import type { Fix } from '../finding.ts';
import { relation } from '../relation.ts';
import type { ParameterRule, RuleInfo } from '../rule.ts';
import { findInStep, lacksAll, valueInStep, type Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// What cm-extract cuts out. Source: https://imagekit.io/docs/image-resize-and-crop

const dimensions = ['w', 'h'];

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
      fixes: mode ? [] : [extract(parameter, scope)],
    };
  },
};

/** Where the step has no size, what cm-extract needs comes with it. */
function extract(parameter: Parameter, scope: Scope): Fix {
  const size = missingExamples(scope, dimensions);
  const fix = addParameter(parameter, scope, 'cm-extract', ...size);
  return size.length === 0 ? fix : guess(fix);
}

const origins: RuleInfo = {
  code: 'C19',
  name: 'twoOrigins',
  severity: 'warning',
};

export const twoOrigins = [
  relation({
    ...origins,
    keys: ['x'],
    beside: ['xc'],
    message: '{key} and {other} say the same in two ways; keep one.',
    fix: 'keepOne',
  }),
  relation({
    ...origins,
    keys: ['y'],
    beside: ['yc'],
    message: '{key} and {other} say the same in two ways; keep one.',
    fix: 'keepOne',
  }),
  relation({
    ...origins,
    keys: ['fo'],
    beside: ['x', 'y', 'xc', 'yc'],
    message: '{key} and {other} both place the area; keep one.',
    fix: 'keepOne',
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
    const mode = findInStep(step, 'cm');
    if (!size || chain[0] !== step || !mode?.hasValue('extract')) return undefined;
    const isHorizontal = key.text.startsWith('x');
    const side = findInStep(step, isHorizontal ? 'w' : 'h');
    if (!value || !isInteger(value.text) || !side || Number.isNaN(side.wholeNumber)) {
      return undefined;
    }
    const isCentre = key.text.endsWith('c');
    const at = numberOf(value.text);
    const start = at - (isCentre ? side.wholeNumber / 2 : 0);
    const limit = isHorizontal ? size.width : size.height;
    if (start >= 0 && start + side.wholeNumber <= limit) return undefined;
    const largest = isCentre ? 2 * Math.min(at, limit - at) : limit - at;
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
      fixes: [
        replaceValue(mode, 'pad_extract'),
        largest > 1 ? replaceValue(side, String(largest)) : undefined,
      ],
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
