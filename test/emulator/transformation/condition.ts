import type { Variables } from './readExpression.ts';
import { TransformationError } from './transformationError.ts';

type Comparison = (left: number, right: number) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left > right,
  gte: (left, right) => left >= right,
  lt: (left, right) => left < right,
  lte: (left, right) => left <= right,
};

/** What conditions call the size at the step and that of the original. */
const properties: Readonly<Record<string, string>> = {
  w: 'cw',
  h: 'ch',
  ar: 'car',
  iw: 'iw',
  ih: 'ih',
  iar: 'iar',
};

const term = /^(i?(?:w|h|ar))_(eq|ne|gte?|lte?)_(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?$/;

/**
 * Whether `w_gt_300_and_ar_lt_4-3` and the like hold; `_and_` binds tighter than `_or_`.
 * @throws {TransformationError} for what is no condition.
 */
export function holds(condition: string, variables: Variables): boolean {
  // Every term is read, so that a bad one is told whatever the others say.
  const groups = condition
    .split('_or_')
    .map((group) => group.split('_and_').map((text) => holdsTerm(text, variables)));
  return groups.some((terms) => terms.every(Boolean));
}

/** @throws {TransformationError} for what is no condition. */
export function checkCondition(condition: string): void {
  holds(condition, { cw: 1, ch: 1, car: 1, iw: 1, ih: 1, iar: 1 });
}

function holdsTerm(text: string, variables: Variables): boolean {
  const [, property = '', operator = '', number = '', over = ''] = term.exec(text) ?? [];
  const comparison = comparisons[operator];
  const isRatio = property.endsWith('ar');
  if (comparison === undefined || (over !== '' && !isRatio)) {
    throw new TransformationError(`${text} is no condition`);
  }
  const value = over === '' ? Number(number) : Number(number) / Number(over);
  return comparison(variables[properties[property] ?? ''] ?? Number.NaN, value);
}
