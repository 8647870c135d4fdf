import { parseHexColour } from './value/colour.ts';
import { isExpression, operators, scanExpression, variables } from './value/expression.ts';
import { isNumber } from './value/number.ts';
import { t, tOf } from '../text/l10n.ts';

/** A number with a real minus: `N40` becomes −40. `undefined` where it is none. */
export function explainNumber(value: string): string | undefined {
  return isNumber(value) ? value.replace('N', '−') : undefined;
}

/** The arithmetic of a value, or `undefined` where it is none: `iw_div_2` → "original width ÷ 2". */
export function explainExpression(value: string): string | undefined {
  if (!isExpression(value)) return undefined;
  return scanExpression(value)
    .map(({ text }) => tOf(variables.get(text)?.meaning) ?? operators.get(text) ?? text)
    .join(' ');
}

/** `FFAABB50` becomes "#FFAABB at 50 % opacity"; `undefined` where it is no hex colour. */
export function explainHexColour(value: string): string | undefined {
  const colour = parseHexColour(value);
  if (!colour) return undefined;
  const { rgb, opacity } = colour;
  return opacity === undefined ? `#${rgb}` : t('#{rgb} at {opacity} % opacity', { rgb, opacity });
}
