const integer = /^N?\d+$/;
const decimal = /^N?\d+(?:\.\d+)?$/;
const fraction = /^0?\.\d*[1-9]\d*$/;

export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
}

export function isInteger(text: string): boolean {
  return integer.test(text);
}

/** A number as a transformation writes it; `N` stands for the minus. */
export function isNumber(text: string): boolean {
  return decimal.test(text);
}

/** Above 0 and below 1. */
export function isFraction(text: string): boolean {
  return fraction.test(text);
}

/** @param text What {@link isNumber} accepts. */
export function numberOf(text: string): number {
  return text.startsWith('N') ? -Number(text.slice(1)) : Number(text);
}

export function isInRange(text: string, { min, max }: NumberRange): boolean {
  const number = numberOf(text);
  return (min === undefined || number >= min) && (max === undefined || number <= max);
}

/** The nearest number that the range holds, as a transformation writes it. */
export function clamp(text: string, { min, max }: NumberRange): string {
  const number = numberOf(text);
  const nearest = Math.min(Math.max(number, min ?? -Infinity), max ?? Infinity);
  return nearest < 0 ? `N${-nearest}` : String(nearest);
}

/** The nearest multiple of a step, such as 0.01, that a range holds. */
export function clampToStep(
  number: number,
  { min = -Infinity, max = Infinity }: NumberRange,
  step: number,
): number {
  const perOne = Math.round(1 / step);
  const smallest = Math.ceil(min * perOne);
  const largest = Math.floor(max * perOne);
  return Math.min(Math.max(Math.round(number * perOne), smallest), largest) / perOne;
}
