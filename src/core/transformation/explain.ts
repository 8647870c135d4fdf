import { findParameterByName } from './catalogue/catalogue.ts';
import { explainSize, sizeKeys } from './explainSize.ts';
import { explainCondition } from './explainCondition.ts';
import { explainLayer } from './explainLayer.ts';
import { explainValue, findNamedValue } from './explainValue.ts';
import { resolveLayerSize, resolveSize, type PixelSize } from './resolveSize.ts';
import type { Conditional, Item, Layer, Parameter, Step, Transformation } from './tree.ts';
import { t } from '../text/l10n.ts';

/**
 * What a transformation does, one plain sentence a step, in the order in which ImageKit applies
 * them: "Resize to 300 × 200 px, cropping around the face, convert to WebP".
 * @param original The size of the picture, where it is known; sizes that follow from it are told.
 */
export function explainTransformation(
  { steps }: Pick<Transformation, 'steps'>,
  original?: PixelSize,
): readonly string[] {
  return explainChain(steps, original, original)
    .map(capitalise)
    .filter((sentence) => sentence !== '');
}

/**
 * @param picture The size before the first step, where it is known.
 * @param original That of the asset.
 */
function explainChain(
  steps: readonly Step[],
  picture: PixelSize | undefined,
  original: PixelSize | undefined,
): readonly string[] {
  let size = picture;
  return steps.map((step) => {
    const before = size;
    size = before && original && resolveSize(step, before, original);
    const isResized = size?.width !== before?.width || size?.height !== before?.height;
    return explainItems(step.items, {
      original,
      result: isResized ? size : undefined,
      // What a step with a size of its own lays its layers on, no page tells.
      base: isResized ? undefined : size,
      picture: before,
    }).join(', ');
  });
}

/** What is known of the sizes at a step. */
interface Sizes {
  readonly original: PixelSize | undefined;
  /** Before the step. */
  readonly picture: PixelSize | undefined;
  /** Behind the step, if it is worth telling. */
  readonly result: Partial<PixelSize> | undefined;
  /** Under the layers of the step. */
  readonly base: PixelSize | undefined;
}

function explainItems(items: readonly Item[], sizes: Sizes): readonly string[] {
  const parameters = new Map<string, Parameter>();
  for (const item of items) {
    if (item.kind === 'parameter') parameters.set(item.key.text, item);
  }
  const size = explainSize(parameters);
  const others = items
    .filter((item) => item.kind !== 'parameter' || !sizeKeys.has(item.key.text))
    .map((item) => explainItem(item, parameters, sizes));
  return [tellResult(size ?? '', sizes.result), ...others].filter((phrase) => phrase !== '');
}

/** "resize to 50 % of the width (400 × 300 px)". */
function tellResult(phrase: string, result: Partial<PixelSize> = {}): string {
  const { width, height } = result;
  const pixels =
    width !== undefined && height !== undefined
      ? `${width} × ${height} px`
      : width !== undefined
        ? t('{value} px wide', { value: width })
        : height !== undefined
          ? t('{value} px high', { value: height })
          : undefined;
  return phrase === '' || pixels === undefined || phrase.includes(pixels)
    ? phrase
    : `${phrase} (${pixels})`;
}

/** @param parameters All of the step. */
function explainItem(item: Item, parameters: ReadonlyMap<string, Parameter>, sizes: Sizes): string {
  switch (item.kind) {
    case 'parameter':
      return explainOutput(item, parameters) ?? explainParameter(item);
    case 'layer':
      return explainLayer(item, layerDetails(item, sizes.base));
    case 'conditional':
      return explainConditional(item, sizes);
    default:
      return item satisfies never;
  }
}

/** Format and quality in one phrase: "convert to WebP at quality 60". */
function explainOutput(
  { key, value }: Parameter,
  parameters: ReadonlyMap<string, Parameter>,
): string | undefined {
  const format = parameters.get('f');
  const quality = parameters.get('q')?.value?.text;
  if (!format?.value?.text || !quality) return undefined;
  if (key.text === 'q') return '';
  return key.text === 'f' && value === format.value
    ? t('{what} at quality {quality}', { what: explainParameter(format), quality })
    : undefined;
}

function explainParameter({ key, value, definition }: Parameter): string {
  if (!definition) return key.text === '' ? '' : explainUnknown(key.text);
  const phrase = definition.phrase === undefined ? definition.name : t(definition.phrase);
  if (!phrase.includes('{value}')) return phrase;
  if (!value?.text) return definition.flagPhrase === undefined ? '' : t(definition.flagPhrase);
  const whole = findNamedValue(value.text, definition)?.wholePhrase;
  return whole === undefined
    ? phrase.replace('{value}', () => explainValue(value.text, definition))
    : t(whole);
}

/** SDKs write a name that they do not know as it is: `width-300`. */
function explainUnknown(key: string): string {
  const meant = findParameterByName(key);
  return meant
    ? t('unknown parameter {key} (is {meant} meant?)', { key, meant: meant.key })
    : t('unknown parameter {key}', { key });
}

/** Parameters that are said in the first part of a layer's phrase, or not worth a word. */
const layerControlKeys: ReadonlySet<string> = new Set([
  'i',
  'ie',
  'lx',
  'ly',
  'lxc',
  'lyc',
  'lfo',
  'lap',
]);

/** @param base Under the layer; its sides are what expressions in the layer speak of. */
function layerDetails({ steps }: Layer, base: PixelSize | undefined): readonly string[] {
  return steps.flatMap((step) =>
    explainItems(
      step.items.filter(
        (item) => item.kind !== 'parameter' || !layerControlKeys.has(item.key.text),
      ),
      {
        original: undefined,
        picture: undefined,
        result: base && resolveLayerSize(step, base),
        base: undefined,
      },
    ),
  );
}

function explainConditional({ branches }: Conditional, { picture, original }: Sizes): string {
  return branches
    .map(({ open, steps }) => {
      const work = explainChain(steps, picture, original).join(t(', then '));
      const condition = open.value?.text ?? '';
      if (condition === 'else') return t('otherwise {work}', { work });
      // Somebody is about to type it.
      if (condition === '') return work;
      return t('if {condition}: {work}', { condition: explainCondition(condition), work });
    })
    .filter((phrase) => phrase !== '')
    .join('; ');
}

function capitalise(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
