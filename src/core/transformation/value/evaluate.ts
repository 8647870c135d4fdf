import { isExpression, scanExpression } from './expression.ts';
import { isNumber, numberOf } from './number.ts';

type Operation = (left: number, right: number) => number;

/**
 * ImageKit calculates these one group after the other, left to right in each; `pow` comes last.
 * Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations
 */
const groups: readonly Readonly<Record<string, Operation>>[] = [
  { mul: (left, right) => left * right, div: (left, right) => left / right },
  { add: (left, right) => left + right, sub: (left, right) => left - right },
  { mod: (left, right) => left % right },
  { pow: (left, right) => left ** right },
];

/**
 * The number that an expression or a plain number comes to.
 * @param variables By name: `iw` and the like.
 * @returns `undefined` for anything else, and where a variable is not known.
 */
export function evaluate(text: string, variables: ReadonlyMap<string, number>): number | undefined {
  if (isNumber(text)) return numberOf(text);
  if (!isExpression(text)) return undefined;
  const words = scanExpression(text).map((token) => token.text);
  const operands = words
    .filter((_, index) => index % 2 === 0)
    .map((word) => variables.get(word) ?? (isNumber(word) ? numberOf(word) : undefined));
  if (operands.includes(undefined)) return undefined;
  let numbers = operands.filter((operand) => operand !== undefined);
  let operators = words.filter((_, index) => index % 2 === 1);
  for (const group of groups) [numbers, operators] = reduce(numbers, operators, group);
  const [result] = numbers;
  return result !== undefined && Number.isFinite(result) ? result : undefined;
}

/** Carries out the operations of one group and leaves the others. */
function reduce(
  numbers: readonly number[],
  operators: readonly string[],
  group: Readonly<Record<string, Operation>>,
): [number[], string[]] {
  const restNumbers = numbers.slice(0, 1);
  const restOperators: string[] = [];
  for (const [index, operator] of operators.entries()) {
    const right = numbers[index + 1] ?? Number.NaN;
    const operation = Object.hasOwn(group, operator) ? group[operator] : undefined;
    if (operation) restNumbers.push(operation(restNumbers.pop() ?? Number.NaN, right));
    else {
      restNumbers.push(right);
      restOperators.push(operator);
    }
  }
  return [restNumbers, restOperators];
}
