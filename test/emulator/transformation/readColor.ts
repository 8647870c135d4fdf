import { cssColors } from './cssColors.ts';
import { TransformationError } from './transformationError.ts';

export interface Color {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  /** 0 to 1. */
  readonly alpha: number;
}

export const transparent: Color = { r: 0, g: 0, b: 0, alpha: 0 };
export const black: Color = { r: 0, g: 0, b: 0, alpha: 1 };

/**
 * Reads `RRGGBB`, `RRGGBBOO` (OO: opacity 00 to 99, decimal percent) or a CSS colour name.
 * @throws {TransformationError} for anything else.
 */
export function readColor(text: string): Color {
  const color = findColor(text);
  if (color === undefined) throw new TransformationError(`${text} is not a colour`);
  return color;
}

export function isColor(text: string): boolean {
  return findColor(text) !== undefined;
}

function findColor(text: string): Color | undefined {
  const hex = cssColors.get(text) ?? text;
  const match = /^([0-9a-f]{6})(\d{2})?$/i.exec(hex);
  if (match === null) return undefined;
  const value = Number.parseInt(match[1] ?? '', 16);
  return {
    r: value >> 16,
    g: (value >> 8) & 255,
    b: value & 255,
    alpha: match[2] === undefined ? 1 : Number(match[2]) / 100,
  };
}
