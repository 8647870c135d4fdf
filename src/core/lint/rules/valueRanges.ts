import { isColour } from '../../transformation/value/colour.ts';
import type { Fix } from '../finding.ts';
import { guess, removeItem, replaceByExample, replaceSpan } from '../fixes.ts';
import type { BadValue, RuleInfo, ValueRule } from '../rule.ts';
import type { Scope } from '../scope.ts';
import { describeBadValue } from './values.ts';

interface ValueRange extends RuleInfo {
  readonly keys: readonly string[];
  /** Only of these parts of a value. */
  readonly parts?: readonly string[];
  /** Only of these values. */
  readonly values?: RegExp;
  /** What is meant where no value is near; by default nobody can tell. */
  readonly otherwise?: FixOf;
}

type FixOf = (bad: BadValue, scope: Scope) => Fix | undefined;

const example: FixOf = ({ parameter }) => replaceByExample(parameter);
const remove: FixOf = ({ parameter }, scope) => removeItem(parameter, scope);
/** More sides than four. */
const fourSides: FixOf = (bad) => {
  const sides = bad.text.split('_');
  return sides.length > 4 ? guess(replaceSpan(bad, sides.slice(0, 4).join('_'))) : undefined;
};
/** `red_blue` is meant as `from-red_to-blue`. */
const namedEnds: FixOf = (bad) => {
  const [from, to, ...others] = bad.text.split('_');
  const isTwoColours = to !== undefined && others.length === 0 && [from ?? '', to].every(isColour);
  return isTwoColours ? replaceSpan(bad, `from-${from}_to-${to}`) : replaceByExample(bad.parameter);
};

/** Which rule a value breaks that its parameter’s entry in the catalogue does not take. */
const ranges: readonly ValueRange[] = [
  {
    code: 'S21',
    name: 'unknownLayerType',
    severity: 'error',
    keys: ['l'],
  },
  {
    code: 'C05',
    name: 'pixelRatioOutOfRange',
    severity: 'error',
    keys: ['dpr'],
  },
  {
    code: 'C23',
    name: 'autoHeight',
    severity: 'information',
    keys: ['h'],
    values: /^auto$/,
    otherwise: remove,
  },
  {
    code: 'C07',
    name: 'invalidDimension',
    severity: 'warning',
    keys: ['w', 'h'],
  },
  {
    code: 'C16',
    name: 'unknownFocus',
    severity: 'error',
    keys: ['fo'],
  },
  {
    code: 'B05',
    name: 'blurOutOfRange',
    severity: 'warning',
    keys: ['bg'],
    parts: ['intensity', 'brightness'],
  },
  {
    code: 'B10',
    name: 'outOfRange',
    severity: 'error',
    keys: ['r', 'bl', 'o', 'q', 't'],
  },
  {
    code: 'B14',
    name: 'invalidUnsharpMask',
    severity: 'error',
    keys: ['e-usm'],
    otherwise: example,
  },
  {
    code: 'B23',
    name: 'density',
    severity: 'error',
    keys: ['dn'],
  },
  {
    code: 'B27',
    name: 'invalidGradient',
    severity: 'warning',
    keys: ['e-gradient'],
    parts: ['', 'ld', 'sp'],
    otherwise: namedEnds,
  },
  {
    code: 'B28',
    name: 'invalidColourReplacement',
    severity: 'warning',
    keys: ['cr'],
    parts: ['', 'tolerance'],
    otherwise: example,
  },
  {
    code: 'A11',
    name: 'shadowOutOfRange',
    severity: 'warning',
    keys: ['e-dropshadow'],
  },
  {
    code: 'L16',
    name: 'layerAlpha',
    severity: 'warning',
    keys: ['al'],
  },
  {
    code: 'L20',
    name: 'invalidPadding',
    severity: 'warning',
    keys: ['pa'],
    otherwise: fourSides,
  },
  {
    code: 'L25',
    name: 'invalidSubtitleStyle',
    severity: 'warning',
    keys: ['fol', 'fsh'],
  },
  {
    code: 'V06',
    name: 'streamResolutions',
    severity: 'error',
    keys: ['sr'],
  },
];

export const valueRanges: readonly ValueRule[] = ranges.map(
  ({ keys, parts, values, otherwise, ...info }) => ({
    ...info,
    checkValue(bad, scope) {
      if (!keys.includes(bad.parameter.definition?.key ?? '')) return undefined;
      if (parts && !parts.includes(bad.part)) return undefined;
      if (values && !values.test(bad.text)) return undefined;
      const complaint = describeBadValue(bad);
      return complaint.fixes.length > 0
        ? complaint
        : { ...complaint, fixes: [otherwise?.(bad, scope)] };
    },
  }),
);
