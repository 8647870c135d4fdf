import { explainExpression } from './explainExpression.ts';
import { explainValue, findNamedValue } from './explainValue.ts';
import type { Parameter } from './tree.ts';
import { t } from '../text/l10n.ts';

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
  if (area === undefined) return focus && t('focus on {focus}', { focus });

  const mode = parameters.get('cm');
  const cut = mode?.value && mode.definition && findNamedValue(mode.value.text, mode.definition);
  if (cut?.wholePhrase !== undefined) {
    const around = focus === undefined ? '' : t(', around {focus}', { focus });
    return `${t(cut.wholePhrase, { area })}${around}`;
  }

  const isBoxed = parameters.has('w') && parameters.has('h');
  const strategy = explainOf(mode) ?? explainOf(parameters.get('c'));
  const isPadded = valueOf('cm')?.startsWith('pad') ?? false;
  const crops = isBoxed || parameters.has('ar');
  if (focus !== undefined && crops && !isPadded && strategy === undefined) {
    return t('resize to {area}, cropping around {focus}', { area, focus });
  }
  const placed =
    focus === undefined
      ? ''
      : isPadded
        ? t(', the picture at {focus}', { focus })
        : t(', around {focus}', { focus });
  return `${t('resize to {area}', { area })}${strategy === undefined ? '' : `, ${strategy}`}${placed}`;
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
    width === undefined ? undefined : explainSide(width, widthPhrases),
    height === undefined ? undefined : explainSide(height, heightPhrases),
  ].filter((side) => side !== undefined);
  const ratioText =
    ratio === undefined ? undefined : (explainExpression(ratio) ?? ratio.replace(/[-_]/, ':'));
  if (sides.length === 0) return ratioText && t('the ratio {ratio}', { ratio: ratioText });
  // With both sides given ImageKit ignores the ratio.
  const suffix =
    ratioText !== undefined && sides.length === 1
      ? t(' in the ratio {ratio}', { ratio: ratioText })
      : '';
  return `${sides.join(t(' and '))}${suffix}`;
}

interface SidePhrases {
  readonly pixels: string;
  readonly share: string;
  readonly auto: string;
  readonly other: string;
}

const widthPhrases: SidePhrases = {
  pixels: '{value} px wide',
  share: '{percent} % of the width',
  auto: 'the width that the browser asks for',
  other: 'a width of {value}',
};

const heightPhrases: SidePhrases = {
  pixels: '{value} px high',
  share: '{percent} % of the height',
  auto: 'the height that the browser asks for',
  other: 'a height of {value}',
};

function explainSide(value: string, side: SidePhrases): string {
  if (isPixels(value)) return t(side.pixels, { value });
  if (decimal.test(value)) return t(side.share, { percent: Math.round(Number(value) * 100) });
  if (value === 'auto') return t(side.auto);
  return t(side.other, { value: explainExpression(value) ?? value });
}

function isPixels(value: string | undefined): value is string {
  return value !== undefined && /^\d+$/.test(value);
}
