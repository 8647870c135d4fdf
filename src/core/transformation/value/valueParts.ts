import type { ParameterDefinition } from '../catalogue/parameterDefinition.ts';
import { acceptsValue } from './acceptsValue.ts';
import { splitValue, type ValuePart } from './splitValue.ts';

/**
 * Takes a value apart as its parameter's catalogue entry says.
 * @returns One nameless part for a value that is one piece.
 */
export function partsOfValue(
  value: string,
  { values }: Pick<ParameterDefinition, 'values'>,
): readonly ValuePart[] {
  // A named value may look like the parts of something else: `gradient_dominant`.
  const isNamed = values.some((kind) => kind.kind === 'enum' && acceptsValue(value, [kind]));
  const structures = isNamed ? [] : values.map((kind) => splitValue(value, kind));
  const found = structures.filter((parts) => parts !== undefined);
  return found.find(fits) ?? found[0] ?? [{ name: '', text: value, start: 0, kinds: values }];
}

function fits(parts: readonly ValuePart[]): boolean {
  return parts.every(({ text, kinds }) => acceptsValue(text, kinds));
}
