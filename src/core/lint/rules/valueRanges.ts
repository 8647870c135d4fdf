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
    summary: 'A layer is not of the type image, text, video or subtitles.',
    keys: ['l'],
  },
  {
    code: 'S10',
    name: 'invalidCondition',
    severity: 'error',
    summary: 'A condition is not a property, an operator and a number.',
    keys: ['if'],
  },
  {
    code: 'C05',
    name: 'pixelRatioOutOfRange',
    severity: 'error',
    summary: 'dpr is not 0.1 to 5.',
    keys: ['dpr'],
  },
  {
    code: 'C23',
    name: 'autoHeight',
    severity: 'information',
    summary: 'h is auto, which ImageKit documents for w only.',
    keys: ['h'],
    values: /^auto$/,
  },
  {
    code: 'C07',
    name: 'invalidDimension',
    severity: 'warning',
    summary: 'w or h is neither above 1 pixel nor a share between 0 and 1.',
    keys: ['w', 'h'],
  },
  {
    code: 'C16',
    name: 'unknownFocus',
    severity: 'error',
    summary: 'fo is no place or object that ImageKit knows.',
    keys: ['fo'],
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
