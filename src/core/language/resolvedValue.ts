import { touches } from '../text/offsetRange.ts';
import { explainNumber } from '../transformation/explainExpression.ts';
import { sizeVariables, type PixelSize } from '../transformation/resolveSize.ts';
import type { Parameter, Transformation } from '../transformation/tree.ts';
import { evaluate } from '../transformation/value/evaluate.ts';
import { looksLikeExpression } from '../transformation/value/expression.ts';
import { isFraction } from '../transformation/value/number.ts';
import { outputSizeOf } from './pictureFacts.ts';

/** The side that a share below 1 is of, by parameter. */
const sides: ReadonlyMap<string, keyof PixelSize> = new Map([
  ['w', 'width'],
  ['h', 'height'],
]);

/**
 * What a calculated value comes to where it stands: `iw_div_2` of a picture 1600 px wide is `800`.
 * @param original The size of the asset.
 * @returns `undefined` for a value that is not calculated, and where something is not known.
 */
export function resolveValue(
  { steps }: Transformation,
  parameter: Parameter,
  original: PixelSize,
): string | undefined {
  const index = steps.findIndex((step) => touches(step, parameter.start));
  const step = steps[index];
  const text = parameter.value?.text ?? '';
  // Inside of a layer the variables are of something else.
  if (!step?.items.includes(parameter)) return undefined;
  const picture = outputSizeOf(steps.slice(0, index), original);
  if (!picture) return undefined;
  const side = sides.get(parameter.key.text);
  const number =
    side && isFraction(text)
      ? Number(text) * picture[side]
      : looksLikeExpression(text)
        ? evaluate(text, sizeVariables(picture, original))
        : undefined;
  if (number === undefined) return undefined;
  const rounded = String(side ? Math.round(number) : Number(number.toFixed(2)));
  return explainNumber(rounded) ?? rounded;
}
