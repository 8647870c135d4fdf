import { directions, gradientKeys } from '../rendering/gradient.ts';
import { colorizeKeys } from '../rendering/recolor.ts';
import { shadowKeys } from '../rendering/shadow.ts';
import type { Rule } from './parameterRules.ts';
import { isColor } from './readColor.ts';
import { isExpression, readNumber } from './readExpression.ts';
import { readOptions } from './readOptions.ts';

type Accepts = (value: string) => boolean;

const inRange =
  (minimum: number, maximum: number): Accepts =>
  (value) => {
    const number = readNumber(value);
    return number !== undefined && number >= minimum && number <= maximum;
  };

/** An effect whose value is a list of options, each with what it accepts. */
const listOf =
  (keys: readonly string[], accepts: Readonly<Record<string, Accepts>>): Rule =>
  (value) => {
    const options = readOptions(value, keys);
    const isGood =
      options !== undefined && [...options].every(([key, text]) => accepts[key]?.(text) === true);
    return isGood ? 'rendered' : 'invalid';
  };

const corner = 'N?\\d+(?:\\.\\d+)?';
const distortion = new RegExp(
  `^(?:p-${corner}(?:_${corner}){7}|a-N?(?!0+(?:\\.0+)?$)\\d+(?:\\.\\d+)?)$`,
);

/** Effects with a value of several parts. */
export const effectRules: Readonly<Record<string, Rule>> = {
  'e-usm': (value) =>
    value === '' || /^\d+(\.\d+)?(-\d+(\.\d+)?){3}$/.test(value) ? 'rendered' : 'invalid',
  'e-shadow': listOf(shadowKeys, {
    bl: inRange(0, 15),
    st: inRange(0, 100),
    x: inRange(-100, 100),
    y: inRange(-100, 100),
  }),
  'e-gradient': listOf(gradientKeys, {
    ld: (value) => Object.hasOwn(directions, value) || inRange(0, 359)(value),
    from: isColor,
    to: isColor,
    sp: (value) => (readNumber(value) ?? 0) > 0 || isExpression(value),
  }),
  'e-colorize': listOf(colorizeKeys, { co: isColor, in: inRange(0, 100) }),
  'e-distort': (value) => (distortion.test(value) ? 'rendered' : 'invalid'),
  cr: (value) => {
    const [to = '', tolerance = '0', from = to, ...rest] = value.split('_');
    const isGood = isColor(to) && inRange(0, 100)(tolerance) && isColor(from) && rest.length === 0;
    return isGood ? 'rendered' : 'invalid';
  },
};
