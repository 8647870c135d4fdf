import { effectRules } from './effectRules.ts';
import { focusObjects } from './focusObjects.ts';
import { positions } from './positions.ts';
import { isColor } from './readColor.ts';
import { isExpression, readNumber } from './readExpression.ts';

/**
 * What becomes of a value: drawn; understood by the service but not drawn here; or refused by the
 * service.
 */
export type Verdict = 'rendered' | 'unsupported' | 'invalid';
export type Rule = (value: string) => Verdict;

const when = (condition: boolean): Verdict => (condition ? 'rendered' : 'invalid');
const fits =
  (pattern: RegExp): Rule =>
  (value) =>
    when(pattern.test(value));
const oneOf =
  (...values: readonly string[]): Rule =>
  (value) =>
    when(values.includes(value));
const between =
  (minimum: number, maximum: number): Rule =>
  (value) => {
    const number = readNumber(value);
    return when(number !== undefined && number >= minimum && number <= maximum);
  };
const wholeBetween =
  (minimum: number, maximum: number): Rule =>
  (value) =>
    /^\d+$/.test(value) ? between(minimum, maximum)(value) : 'invalid';
/** `values` are understood by the service and not drawn here; the rest is up to `rule`. */
const except =
  (values: readonly string[], rule: Rule): Rule =>
  (value) =>
    values.includes(value) ? 'unsupported' : rule(value);
const never: Rule = () => 'unsupported';
const flag: Rule = (value) => when(value === '' || value === 'true');
const amount: Rule = (value) => when((readNumber(value) ?? -1) > 0 || isExpressionOnly(value));
const offset: Rule = (value) => when(readNumber(value) !== undefined || isExpression(value));
const position = oneOf(...Object.keys(positions));
const color: Rule = (value) => when(isColor(value));

function isExpressionOnly(value: string): boolean {
  return readNumber(value) === undefined && isExpression(value);
}

function judgeFocus(value: string): Verdict {
  if (value === 'auto' || value === 'custom') return 'rendered';
  if (value === 'auto-custom_override') return 'unsupported';
  if (value.split('_').every((name) => focusObjects.has(name))) return 'unsupported';
  return position(value);
}

function judgeBackground(value: string): Verdict {
  if (/^genfill([-_].*)?$/.test(value)) return 'unsupported';
  if (/^gradient_dominant(_[24])?$/.test(value) || value === 'dominant') return 'rendered';
  if (/^blurred(_(auto|\d+))?(_N?\d+)?$/.test(value)) return 'rendered';
  return color(value);
}

function judgeBorder(value: string): Verdict {
  const cut = value.lastIndexOf('_');
  return when(isColor(value.slice(cut + 1)) && amount(value.slice(0, cut)) === 'rendered');
}

/** They take a model of the service. */
const aiEffects = 'bgremove removedotbg changebg edit retouch upscale genvar dropshadow'
  .split(' ')
  .map((name): [string, Rule] => [`e-${name}`, never]);

/** Every parameter of a picture, on the base or in a picture layer. */
export const pictureRules: Readonly<Record<string, Rule>> = {
  w: (value) => when(value === 'auto' || amount(value) === 'rendered'),
  h: amount,
  ar: (value) => when(/^\d+(\.\d+)?[-_]\d+(\.\d+)?$/.test(value) || isExpressionOnly(value)),
  c: oneOf(
    'maintain_ratio',
    'maintain_ratio_no_enlarge',
    'force',
    'at_max',
    'at_max_enlarge',
    'at_least',
  ),
  cm: oneOf(
    'pad_resize',
    'pad_resize_no_enlarge',
    'extract',
    'pad_extract',
    'pad_extract_no_shrink',
  ),
  fo: judgeFocus,
  x: offset,
  y: offset,
  xc: offset,
  yc: offset,
  z: never,
  dpr: (value) => when(value === 'auto' || between(0.1, 5)(value) === 'rendered'),
  bg: judgeBackground,
  b: judgeBorder,
  r: fits(/^(\d+|max)(_(\d+|max)){0,3}$/),
  rt: (value) => when(value === 'auto' || readNumber(value) !== undefined),
  fl: oneOf('h', 'v', 'h_v', 'v_h'),
  o: wholeBetween(0, 100),
  t: (value) => (value === 'true' || value === 'false' ? 'rendered' : wholeBetween(1, 99)(value)),
  bl: wholeBetween(1, 100),
  q: wholeBetween(1, 100),
  'e-grayscale': flag,
  'e-contrast': flag,
  'e-sharpen': (value) => (flag(value) === 'rendered' ? 'rendered' : amount(value)),
  ...effectRules,
  ...Object.fromEntries(aiEffects),
  // Layers of a PSD are for no reader here.
  pg: (value) => (/^[1-9]\d*$/.test(value) ? 'rendered' : 'unsupported'),
};

/** What only the base picture takes: the output and where the bytes come from. */
export const baseRules: Readonly<Record<string, Rule>> = {
  ...pictureRules,
  f: except(
    ['svg', 'mp4', 'webm'],
    oneOf('auto', 'jpg', 'jpeg', 'png', 'webp', 'avif', 'gif', 'orig'),
  ),
  lo: oneOf('true', 'false'),
  pr: oneOf('true', 'false'),
  cp: oneOf('true', 'false'),
  md: oneOf('true', 'false'),
  dn: (value) =>
    when(between(1, 1200)(value) === 'rendered' || (value.includes('idn') && isExpression(value))),
  orig: oneOf('true', 'false'),
  di: fits(/./),
  n: fits(/^\w+$/),
  ...Object.fromEntries(
    'c2pa so eo du ac vc sr lang'.split(' ').map((name): [string, Rule] => [name, never]),
  ),
};

const placementRules: Readonly<Record<string, Rule>> = {
  lx: offset,
  ly: offset,
  lxc: offset,
  lyc: offset,
  lfo: position,
  lap: position,
  lm: oneOf('multiply', 'displace', 'cutout', 'cutter'),
  lso: never,
  leo: never,
  ldu: never,
};

export const imageLayerRules: Readonly<Record<string, Rule>> = {
  ...pictureRules,
  ...placementRules,
  al: wholeBetween(1, 9),
};

export const textLayerRules: Readonly<Record<string, Rule>> = {
  ...placementRules,
  w: amount,
  fs: amount,
  // Text is drawn with fonts as they are, not with packed ones; the built-in names are approximated.
  ff: (value) => (/\.woff2?$/i.test(value) ? 'unsupported' : 'rendered'),
  co: color,
  bg: color,
  ia: oneOf('left', 'right', 'center'),
  pa: (value) => when(/^\d+(_\d+){0,3}$/.test(value) || isExpression(value)),
  al: wholeBetween(1, 9),
  tg: fits(/^(b|i|strikethrough)(_(b|i|strikethrough))*$/),
  lh: amount,
  r: pictureRules['r'] ?? never,
  rt: pictureRules['rt'] ?? never,
  fl: pictureRules['fl'] ?? never,
};
