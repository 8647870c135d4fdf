import { explainExpression } from './explainExpression.ts';
import { explainValue, findNamedValue } from './explainValue.ts';
import type { Parameter } from './tree.ts';

/** The parameters that one phrase about the size speaks of together. */
export const sizeKeys: ReadonlySet<string> = new Set(['w', 'h', 'ar', 'c', 'cm', 'fo']);

const decimal = /^0?\.\d+$/;

/**
 * The size of a step in words: "resize to 300 × 200 px, cropping around the face".
 * @returns `undefined` where the step says nothing about size.
 */
export function explainSize(parameters: ReadonlyMap<string, Parameter>): string | undefined {
  const valueOf = (key: string): string | undefined =>
    parameters.get(key)?.value?.text || undefined;
  const area = explainArea(valueOf('w'), valueOf('h'), valueOf('ar'));
  const focus = explainOf(parameters.get('fo'));
  if (area === undefined) return focus && `focus on ${focus}`;

  const mode = parameters.get('cm');
  const cut = mode?.value && mode.definition && findNamedValue(mode.value.text, mode.definition);
  if (cut?.wholePhrase !== undefined) {
    const around = focus === undefined ? '' : `, around ${focus}`;
    return `${cut.wholePhrase.replace('{area}', () => area)}${around}`;
  }

  const isBoxed = parameters.has('w') && parameters.has('h');
  const strategy = explainOf(mode) ?? explainOf(parameters.get('c'));
  const isPadded = valueOf('cm')?.startsWith('pad') ?? false;
  const crops = isBoxed || parameters.has('ar');
  if (focus !== undefined && crops && !isPadded && strategy === undefined) {
    return `resize to ${area}, cropping around ${focus}`;
  }
  const placed =
    focus === undefined ? '' : isPadded ? `, the picture at ${focus}` : `, around ${focus}`;
  return `resize to ${area}${strategy === undefined ? '' : `, ${strategy}`}${placed}`;
}

function explainOf(parameter: Parameter | undefined): string | undefined {
  return parameter?.value?.text && parameter.definition
    ? explainValue(parameter.value.text, parameter.definition)
    : undefined;
}

function explainArea(
  width: string | undefined,
  height: string | undefined,
  ratio: string | undefined,
): string | undefined {
  if (isPixels(width) && isPixels(height)) return `${width} × ${height} px`;
  const sides = [
    width === undefined ? undefined : explainSide(width, 'width', 'wide'),
    height === undefined ? undefined : explainSide(height, 'height', 'high'),
  ].filter((side) => side !== undefined);
  const ratioText =
    ratio === undefined ? undefined : (explainExpression(ratio) ?? ratio.replace(/[-_]/, ':'));
  if (sides.length === 0) return ratioText && `the ratio ${ratioText}`;
  // With both sides given ImageKit ignores the ratio.
  const suffix = ratioText !== undefined && sides.length === 1 ? ` in the ratio ${ratioText}` : '';
  return `${sides.join(' and ')}${suffix}`;
}

function explainSide(value: string, side: string, adjective: string): string {
  if (isPixels(value)) return `${value} px ${adjective}`;
  if (decimal.test(value)) return `${Math.round(Number(value) * 100)} % of the ${side}`;
  if (value === 'auto') return `the ${side} that the browser asks for`;
  return `a ${side} of ${explainExpression(value) ?? value}`;
}

function isPixels(value: string | undefined): value is string {
  return value !== undefined && /^\d+$/.test(value);
}
