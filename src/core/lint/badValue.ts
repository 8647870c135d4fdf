import type { ParameterDefinition } from '../transformation/catalogue/parameterDefinition.ts';
import type { Parameter } from '../transformation/tree.ts';
import { acceptsValue } from '../transformation/value/acceptsValue.ts';
import { partsOfValue } from '../transformation/value/valueParts.ts';
import type { BadValue } from './rule.ts';

const none: readonly BadValue[] = [];

/** The value, or the parts of it, that a parameter does not take; what a template fills in is good. */
export function findBadValues(
  parameter: Parameter,
  definition: ParameterDefinition,
): readonly BadValue[] {
  const { value, holes } = parameter;
  const { values } = definition;
  if (value === undefined) {
    const isGood = values.some(({ kind }) => kind === 'flag');
    return isGood ? none : [{ ...range(parameter.end, ''), part: '', kinds: values, parameter }];
  }
  if (holes.length > 0 || acceptsValue(value.text, values)) return none;
  const bad = partsOfValue(value.text, definition).filter(
    ({ text, kinds }) => !acceptsValue(text, kinds),
  );
  if (bad.length === 0) return [{ ...value, part: '', kinds: values, parameter }];
  return bad.map(({ name, text, start, kinds }) => ({
    ...range(value.start + start, text),
    part: name,
    kinds,
    parameter,
  }));
}

function range(start: number, text: string): Pick<BadValue, 'start' | 'end' | 'text'> {
  return { start, end: start + text.length, text };
}
