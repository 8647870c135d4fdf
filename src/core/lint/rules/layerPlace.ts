import { replaceSpan, replaceValue } from '../fixes.ts';
import { relation } from '../relation.ts';
import type { ParameterRule, RuleInfo, ValueRule } from '../rule.ts';
import { lacksAll } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// Where a layer stands. Source: https://imagekit.io/docs/transformations#overlay-using-layers

const coordinates = ['lx', 'ly', 'lxc', 'lyc'];

export const focusIgnored = relation({
  code: 'L01',
  name: 'layerFocusIgnored',
  severity: 'warning',
  keys: ['lfo'],
  beside: coordinates,
  message: 'lfo is ignored beside {other}; remove it.',
  fix: 'remove',
});

export const anchorWithoutCoordinates = relation({
  code: 'L02',
  name: 'anchorWithoutCoordinates',
  severity: 'warning',
  keys: ['lap'],
  without: coordinates,
  message: 'lap says which point lx and ly place; add one of them.',
  fix: { add: ['lx'] },
});

const twoCoordinates: RuleInfo = {
  code: 'L03',
  name: 'twoCoordinates',
  severity: 'error',
};

export const twoPlaces: readonly ParameterRule[] = [
  relation({
    ...twoCoordinates,
    keys: ['lx'],
    beside: ['lxc'],
    message: 'lx and lxc exclude each other; keep one.',
    fix: 'keepOne',
  }),
  relation({
    ...twoCoordinates,
    keys: ['ly'],
    beside: ['lyc'],
    message: 'ly and lyc exclude each other; keep one.',
    fix: 'keepOne',
  }),
];

/** What a person means who places a layer by `x` or `y`. */
export const placeOfExtract: ParameterRule = {
  code: 'L07',
  name: 'misplacedPosition',
  severity: 'warning',
  keys: ['x', 'y'],
  inLayer: true,
  without: ['cm'],
  checkParameter({ key }, { step }) {
    if (!lacksAll(step, ['cm'])) return undefined;
    return {
      at: key,
      message: t('{text} belongs to cm-extract; a layer is placed by l{text}.', { text: key.text }),
      fixes: [replaceSpan(key, `l${key.text}`)],
    };
  },
};

const displacement: RuleInfo = {
  code: 'L15',
  name: 'displaceWithoutStrength',
  severity: 'warning',
};

export const displaceWithoutStrength = relation({
  ...displacement,
  keys: ['lm'],
  values: /^displace$/,
  without: ['lx', 'ly'],
  message: 'lm-displace takes its strength from lx and ly; add one of them.',
  fix: { add: ['lx'] },
});

export const displacementMode: ValueRule = {
  ...displacement,
  checkValue({ text, parameter }) {
    if (text !== 'displacement') return undefined;
    return {
      message: t('This mode is written lm-displace, and takes its strength from lx and ly.'),
      fixes: [replaceValue(parameter, 'displace')],
    };
  },
};
