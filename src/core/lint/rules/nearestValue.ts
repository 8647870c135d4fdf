import { closest, distance } from 'fastest-levenshtein';
import type { ValueKind } from '../../transformation/catalogue/parameterDefinition.ts';
import { acceptsValue } from '../../transformation/value/acceptsValue.ts';
import { namedColours } from '../../transformation/value/colour.ts';
import { clamp, isInteger, isNumber } from '../../transformation/value/number.ts';

/**
 * The value that was probably meant: a number brought into its range, or a name with a slip of the
 * pen.
 */
export function nearestValue(text: string, kinds: readonly ValueKind[]): string | undefined {
  for (const kind of kinds) {
    const fits =
      (kind.kind === 'integer' && isInteger(text)) || (kind.kind === 'number' && isNumber(text));
    if (!fits) continue;
    const clamped = clamp(text, kind);
    if (acceptsValue(clamped, kinds)) return clamped;
  }
  return nearestName(text, kinds);
}

function nearestName(text: string, kinds: readonly ValueKind[]): string | undefined {
  const names = kinds.flatMap((kind) => {
    if (kind.kind === 'enum') return kind.values.map(({ value }) => value);
    return kind.kind === 'colour' ? [...namedColours.keys()] : [];
  });
  const same = names.find((name) => plain(name) === plain(text));
  if (same !== undefined || names.length === 0) return same;
  const nearest = closest(text, names);
  return distance(text, nearest) <= Math.floor(text.length / 3) ? nearest : undefined;
}

/** Without what people and SDKs write differently: `trafficlight`, `top-left`, `MAINTAIN_RATIO`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
