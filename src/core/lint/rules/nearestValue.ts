import type { ValueKind } from '../../transformation/catalogue/parameterDefinition.ts';
import { acceptsValue } from '../../transformation/value/acceptsValue.ts';
import { namedColours } from '../../transformation/value/colour.ts';
import { clamp, isInteger, isNumber } from '../../transformation/value/number.ts';
import { nearestName } from './nearestName.ts';

/**
 * The value that was probably meant: a number brought into its range, or a name with a slip of the
 * pen.
 */
export function nearestValue(text: string, kinds: readonly ValueKind[]): string | undefined {
  const number = text.replace(/^-(?=\d)/, 'N');
  for (const kind of kinds) {
    const fits =
      (kind.kind === 'integer' && isInteger(number)) ||
      (kind.kind === 'number' && isNumber(number));
    if (!fits) continue;
    const clamped = clamp(number, kind);
    if (acceptsValue(clamped, kinds)) return clamped;
  }
  return nearestName(
    text,
    kinds.flatMap((each) => {
      if (each.kind === 'enum') return each.values.map(({ value }) => value);
      return each.kind === 'colour' ? [...namedColours.keys()] : [];
    }),
  );
}
