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
  {
    code: 'B05',
    name: 'blurOutOfRange',
    severity: 'warning',
    summary: 'The intensity of a blurred background is not 0 to 100, or its brightness not ±255.',
    keys: ['bg'],
    parts: ['intensity', 'brightness'],
  },
  {
    code: 'B10',
    name: 'outOfRange',
    severity: 'error',
    summary: 'r, bl, o, q or t is out of its range.',
    keys: ['r', 'bl', 'o', 'q', 't'],
  },
  {
    code: 'B14',
    name: 'invalidUnsharpMask',
    severity: 'error',
    summary: 'e-usm has not four positive numbers.',
    keys: ['e-usm'],
  },
  {
    code: 'B23',
    name: 'density',
    severity: 'error',
    summary: 'dn is not 1 to 1200, or stands in a layer.',
    keys: ['dn'],
  },
  {
    code: 'B27',
    name: 'invalidGradient',
    severity: 'warning',
    summary: 'A gradient has a direction, part or stop that ImageKit does not know.',
    keys: ['e-gradient'],
    parts: ['', 'ld', 'sp'],
  },
  {
    code: 'B28',
    name: 'invalidColourReplacement',
    severity: 'warning',
    summary: 'cr has not one to three parts, or a tolerance that is not 0 to 100.',
    keys: ['cr'],
    parts: ['', 'tolerance'],
  },
  {
    code: 'A11',
    name: 'shadowOutOfRange',
    severity: 'warning',
    summary: 'The azimuth, elevation or intensity of a drop shadow is out of its range.',
    keys: ['e-dropshadow'],
  },
  {
    code: 'L16',
    name: 'layerAlpha',
    severity: 'warning',
    summary: 'al is not 1 to 9, or is ignored because of the background.',
    keys: ['al'],
  },
  {
    code: 'L20',
    name: 'invalidPadding',
    severity: 'warning',
    summary: 'pa is not one to four whole numbers.',
    keys: ['pa'],
  },
  {
    code: 'L25',
    name: 'invalidSubtitleStyle',
    severity: 'warning',
    summary: 'fol is no width and colour, or fsh no colour and distance.',
    keys: ['fol', 'fsh'],
  },
  {
    code: 'V06',
    name: 'streamResolutions',
    severity: 'error',
    summary: 'A stream has no sr, sr has no stream, or a resolution is not known.',
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
