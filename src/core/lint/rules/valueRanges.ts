import type { RuleInfo, ValueRule } from '../rule.ts';
import { describeBadValue } from './values.ts';

interface ValueRange extends RuleInfo {
  readonly keys: readonly string[];
  /** Only of these parts of a value. */
  readonly parts?: readonly string[];
  /** Only of these values. */
  readonly values?: RegExp;
}

/** Which rule a value breaks that its parameter’s entry in the catalogue does not take. */
const ranges: readonly ValueRange[] = [
  {
    code: 'S21',
    name: 'unknownLayerType',
    severity: 'error',
    keys: ['l'],
  },
  {
    code: 'S10',
    name: 'invalidCondition',
    severity: 'error',
    keys: ['if'],
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
  },
  {
    code: 'B28',
    name: 'invalidColourReplacement',
    severity: 'warning',
    keys: ['cr'],
    parts: ['', 'tolerance'],
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

export const valueRanges: readonly ValueRule[] = ranges.map(({ keys, parts, values, ...info }) => ({
  ...info,
  checkValue(bad) {
    if (!keys.includes(bad.parameter.definition?.key ?? '')) return undefined;
    if (parts && !parts.includes(bad.part)) return undefined;
    return values && !values.test(bad.text) ? undefined : describeBadValue(bad);
  },
}));
