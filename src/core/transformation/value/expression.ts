import type { Unit } from '../catalogue/parameterDefinition.ts';
import { isNumber } from './number.ts';

/** What a variable tells about, and where it means something. */
export interface ExpressionVariable {
  readonly name: string;
  /** For people: "original width". */
  readonly meaning: string;
  /**
   * `base`: only in layers, of what is under the layer. `asset`: of the asset itself, which a text
   * or a solid block does not have.
   */
  readonly of: 'base' | 'asset';
  /** What it measures; ratios count with the lengths that they are made of. */
  readonly unit: Unit;
  readonly unconfirmed?: true;
}

function variable(
  name: string,
  of: ExpressionVariable['of'],
  meaning: string,
  unit: Unit = 'px',
): [string, ExpressionVariable] {
  return [name, { name, of, meaning, unit }];
}

/** One that goes without saying beside the others, but stands on no page. */
function unconfirmed([name, found]: [string, ExpressionVariable]): [string, ExpressionVariable] {
  return [name, { ...found, unconfirmed: true }];
}

/** Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations */
export const variables: ReadonlyMap<string, ExpressionVariable> = new Map([
  variable('iw', 'asset', 'original width'),
  variable('ih', 'asset', 'original height'),
  variable('iar', 'asset', 'original ratio'),
  variable('cw', 'asset', 'current width'),
  variable('ch', 'asset', 'current height'),
  variable('car', 'asset', 'current ratio'),
  variable('bw', 'base', 'base width'),
  variable('bh', 'base', 'base height'),
  variable('bar', 'base', 'base ratio'),
  variable('idu', 'asset', 'original duration', 's'),
  unconfirmed(variable('cdu', 'asset', 'current duration', 's')),
  variable('bdu', 'base', 'base duration', 's'),
  variable('idn', 'asset', 'original density', 'DPI'),
]);

/** Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations */
export const operators: ReadonlyMap<string, string> = new Map([
  ['add', '+'],
  ['sub', '−'],
  ['mul', '×'],
  ['div', '÷'],
  ['mod', 'mod'],
  ['pow', '^'],
]);

export type ExpressionTokenKind = 'variable' | 'number' | 'operator' | 'unknown';

export interface ExpressionToken {
  readonly kind: ExpressionTokenKind;
  readonly text: string;
  /** Offset into the expression. */
  readonly start: number;
}

/** The words of an expression: operands and operators in turn, as far as it is well formed. */
export function scanExpression(text: string): readonly ExpressionToken[] {
  let start = 0;
  return text.split('_').map((word) => {
    const token = { kind: kindOf(word), text: word, start };
    start += word.length + 1;
    return token;
  });
}

function kindOf(word: string): ExpressionTokenKind {
  if (variables.has(word)) return 'variable';
  if (operators.has(word)) return 'operator';
  return isNumber(word) ? 'number' : 'unknown';
}

/** Whether a value is meant as arithmetic, well formed or not: it has a variable or an operator. */
export function looksLikeExpression(text: string): boolean {
  return scanExpression(text).some(
    ({ kind }, index) => kind === 'variable' || (kind === 'operator' && index > 0),
  );
}

/** The first word that the grammar does not allow where it is; `undefined` for a good expression. */
export function findExpressionProblem(text: string): ExpressionToken | undefined {
  const tokens = scanExpression(text);
  const wrong = tokens.find(({ kind, text: word }, index) =>
    index % 2 === 1
      ? kind !== 'operator'
      : (kind !== 'variable' && kind !== 'number') || word.startsWith('N'),
  );
  return wrong ?? (tokens.length % 2 === 0 ? tokens.at(-1) : undefined);
}

/** Arithmetic such as `iw_div_2`, with at least one variable. */
export function isExpression(text: string): boolean {
  return (
    findExpressionProblem(text) === undefined &&
    scanExpression(text).some(({ kind }) => kind === 'variable')
  );
}
