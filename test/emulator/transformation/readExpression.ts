import { TransformationError } from './transformationError.ts';

export type Variables = Readonly<Record<string, number>>;

const variableNames = new Set(['iw', 'ih', 'iar', 'cw', 'ch', 'car', 'bw', 'bh', 'bar', 'idn']);

type Operation = (left: number, right: number) => number;

/** Operators by precedence, the tightest first; each level goes from left to right. */
const levels: readonly Readonly<Record<string, Operation>>[] = [
  { mul: (left, right) => left * right, div: (left, right) => left / right },
  { add: (left, right) => left + right, sub: (left, right) => left - right },
  { mod: (left, right) => left % right },
  { pow: (left, right) => left ** right },
];

const operators = new Set(levels.flatMap((level) => Object.keys(level)));

/** `300`, `0.5`, `N40` (minus 40). */
export function readNumber(text: string): number | undefined {
  return /^N?\d+(\.\d+)?$|^-?\d+(\.\d+)?$/.test(text) ? Number(text.replace('N', '-')) : undefined;
}

const isOperand = (part: string): boolean => variableNames.has(part) || /^\d+(\.\d+)?$/.test(part);

export function isExpression(text: string): boolean {
  const parts = text.split('_');
  return (
    parts.length % 2 === 1 &&
    parts.every((part, index) => (index % 2 === 0 ? isOperand(part) : operators.has(part)))
  );
}

/**
 * Evaluates `iw_div_2` and the like; a plain number is an expression too.
 * @throws {TransformationError} for a variable that does not exist at this place.
 */
export function evaluate(text: string, variables: Variables): number {
  const plain = readNumber(text);
  if (plain !== undefined) return plain;
  let parts: (string | number)[] = text.split('_').map((part, index) => {
    if (index % 2 === 1) return part;
    const value = Object.hasOwn(variables, part) ? variables[part] : readNumber(part);
    if (value === undefined) throw new TransformationError(`${part} has no value in ${text}`);
    return value;
  });
  for (const level of levels) parts = reduce(parts, level);
  const result = Number(parts[0]);
  if (!Number.isFinite(result)) throw new TransformationError(`${text} has no finite value`);
  return result;
}

function reduce(
  parts: readonly (string | number)[],
  level: Readonly<Record<string, Operation>>,
): (string | number)[] {
  const output: (string | number)[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const operation = level[String(parts[at])];
    const left = output.at(-1);
    if (at % 2 === 1 && operation !== undefined && left !== undefined) {
      output[output.length - 1] = operation(Number(left), Number(parts[at + 1]));
      at += 1;
    } else {
      output.push(parts[at] ?? 0);
    }
  }
  return output;
}
