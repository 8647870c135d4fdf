import type { ParameterDefinition } from '../transformation/catalogue/parameterDefinition.ts';
import type { Parameter } from '../transformation/tree.ts';
import { acceptsValue } from '../transformation/value/acceptsValue.ts';
import { partsOfValue } from '../transformation/value/valueParts.ts';
import type { BadValue } from './rule.ts';

/**
 * The value, or the part of it, that a parameter does not take.
 * @returns `undefined` for a good value and for one that a template fills in.
 */
export function findBadValue(
  parameter: Parameter,
  definition: ParameterDefinition,
): BadValue | undefined {
  const { value, holes } = parameter;
  const { values } = definition;
  if (value === undefined) {
    const isGood = values.some(({ kind }) => kind === 'flag');
    return isGood ? undefined : { ...range(parameter.end, ''), part: '', kinds: values, parameter };
  }
  if (holes.length > 0 || acceptsValue(value.text, values)) return undefined;
  const parts = partsOfValue(value.text, definition);
  const part = parts.find(({ text, kinds }) => !acceptsValue(text, kinds));
  if (!part) return { ...value, part: '', kinds: values, parameter };
  const { name, text, start, kinds } = part;
  return { ...range(value.start + start, text), part: name, kinds, parameter };
}

function range(start: number, text: string): Pick<BadValue, 'start' | 'end' | 'text'> {
  return { start, end: start + text.length, text };
}
