import type { ParameterDefinition } from '../transformation/catalogue/parameterDefinition.ts';
import type { Parameter } from '../transformation/tree.ts';
import { acceptsValue } from '../transformation/value/acceptsValue.ts';
import { partsOfValue } from '../transformation/value/valueParts.ts';
import type { BadValue } from './rule.ts';

/**
 * The value, or the parts of it, that a parameter does not take.
 * @param parameter One without a good value; see parameterPlan.ts.
 */
export function findBadValues(
  parameter: Parameter,
  definition: ParameterDefinition,
): readonly BadValue[] {
  const { value } = parameter;
  const { values } = definition;
  if (value === undefined) {
    return [{ ...range(parameter.end, ''), part: '', kinds: values, parameter }];
  }
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
