import type { ValueKind, ValueParts } from '../catalogue/parameterDefinition.ts';
import { isColour } from './colour.ts';
import { findConditionProblem } from './condition.ts';
import { isExpression } from './expression.ts';
import { isFraction, isInRange, isInteger, isNumber } from './number.ts';
import { splitPairs } from './splitValue.ts';

/** Whether one of the kinds takes a value as it stands in a URL. */
export function acceptsValue(value: string, kinds: readonly ValueKind[]): boolean {
  for (const kind of kinds) if (acceptsKind(value, kind)) return true;
  return false;
}

function acceptsKind(value: string, kind: ValueKind): boolean {
  switch (kind.kind) {
    case 'integer':
      return isInteger(value) && isInRange(value, kind);
    case 'number':
      return isNumber(value) && isInRange(value, kind);
    case 'fraction':
      return isFraction(value);
    case 'expression':
      return isExpression(value);
    case 'enum':
      return kind.values.some((each) => each.value === value);
    case 'colour':
      return isColour(value);
    case 'flag':
      return false;
    case 'text':
    case 'path':
      return value !== '';
    case 'condition':
      return findConditionProblem(value) === undefined;
    case 'composite': {
      const groups = kind.pattern.exec(value)?.groups;
      return groups !== undefined && acceptsGroups(groups, kind.parts);
    }
    case 'pairs': {
      const parts = splitPairs(value, kind);
      return parts?.every(({ text, kinds }) => acceptsValue(text, kinds)) ?? false;
    }
    case 'list': {
      const parts = value.split('_');
      return (
        kind.counts.includes(parts.length) && parts.every((part) => acceptsValue(part, kind.of))
      );
    }
    default:
      return kind satisfies never;
  }
}

/** A group that the pattern left out is absent, not wrong. */
function acceptsGroups(
  groups: Readonly<Record<string, string | undefined>>,
  parts: ValueParts,
): boolean {
  return Object.entries(groups).every(
    ([name, text]) => text === undefined || acceptsValue(text, parts[name] ?? []),
  );
}
