import { findParameterByName } from './catalogue/catalogue.ts';
import { ninePositions } from './catalogue/values.ts';
import { decodeBase64, decodeText } from '../text/decodeText.ts';
import { explainSize, sizeKeys } from './explainSize.ts';
import { explainExpression } from './explainExpression.ts';
import { explainValue, findNamedValue } from './explainValue.ts';
import {
  conditionConnectives,
  conditionOperators,
  conditionProperties,
} from './value/condition.ts';
import { resolveSize, type PixelSize } from './resolveSize.ts';
import type { Conditional, Item, Layer, Parameter, Transformation } from './tree.ts';
import { t, tOf } from '../text/l10n.ts';

/**
 * What a transformation does, one plain sentence a step, in the order in which ImageKit applies
 * them: "Resize to 300 × 200 px, cropping around the face, convert to WebP".
 * @param original The size of the picture, where it is known; sizes that follow from it are told.
 */
export function explainTransformation(
  { steps }: Transformation,
  original?: PixelSize,
): readonly string[] {
  let size = original;
  const sentences = steps.map((step) => {
    const next = size && original && resolveSize(step, size, original);
    const isResized = next?.width !== size?.width || next?.height !== size?.height;
    size = next;
    return capitalise(explainItems(step.items, isResized ? next : undefined).join(', '));
  });
  return sentences.filter((sentence) => sentence !== '');
}

/** @param result The size that the items make, if it is worth telling. */
function explainItems(items: readonly Item[], result?: PixelSize): readonly string[] {
  const parameters = new Map<string, Parameter>();
  for (const item of items) {
    if (item.kind === 'parameter') parameters.set(item.key.text, item);
  }
  const size = explainSize(parameters);
  const others = items
    .filter((item) => item.kind !== 'parameter' || !sizeKeys.has(item.key.text))
    .map((item) => explainItem(item, parameters));
  return [tellResult(size ?? '', result), ...others].filter((phrase) => phrase !== '');
}

/** "resize to 50 % of the width (400 × 300 px)". */
function tellResult(phrase: string, result: PixelSize | undefined): string {
  const pixels = result && `${result.width} × ${result.height} px`;
  return phrase === '' || pixels === undefined || phrase.includes(pixels)
    ? phrase
    : `${phrase} (${pixels})`;
}

/** @param parameters All of the step. */
function explainItem(item: Item, parameters: ReadonlyMap<string, Parameter>): string {
  switch (item.kind) {
    case 'parameter':
      return explainOutput(item, parameters) ?? explainParameter(item);
    case 'layer':
      return explainLayer(item);
    case 'conditional':
      return explainConditional(item);
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

/** The words for what a layer shows, by the value of its `l`. */
const layerNames: ReadonlyMap<string, string> = new Map([
  ['image', 'the image'],
  ['text', 'the text'],
  ['video', 'the video'],
  ['subtitles', 'the subtitles'],
]);

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

function explainLayer({ open, steps }: Layer): string {
  const items = steps.flatMap((step) => step.items);
  const valueOf = (key: string): string | undefined =>
    items.find((item): item is Parameter => item.kind === 'parameter' && item.key.text === key)
      ?.value?.text;

  const input = valueOf('i');
  const what =
    input === 'ik_canvas'
      ? t('a block of colour')
      : `${t(layerNames.get(open.value?.text ?? '') ?? 'a layer')}${inputText(open, input, valueOf('ie'))}`;
  const details = steps.flatMap(({ items: own }) =>
    explainItems(
      own.filter((item) => item.kind !== 'parameter' || !layerControlKeys.has(item.key.text)),
    ),
  );
  const extra = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return t('overlay {what}{place}{extra}', { what, place: placeText(valueOf), extra });
}

function inputText(
  open: Parameter,
  plain: string | undefined,
  encoded: string | undefined,
): string {
  const text = encoded === undefined ? plain && decodeText(plain) : decodeBase64(encoded);
  if (text === undefined) return '';
  return open.value?.text === 'text' ? ` “${text}”` : ` ${text.replaceAll('@@', '/')}`;
}

function placeText(valueOf: (key: string) => string | undefined): string {
  const focus = valueOf('lfo');
  const x = valueOf('lx') ?? valueOf('lxc');
  const y = valueOf('ly') ?? valueOf('lyc');
  if (x !== undefined || y !== undefined) {
    return t(' at x {x}, y {y}', {
      x: explainCoordinate(x),
      y: explainCoordinate(y),
    });
  }
  return focus === undefined ? '' : t(' at {focus}', { focus: positionOf(focus) });
}

function positionOf(focus: string): string {
  return tOf(ninePositions.find(({ value }) => value === focus)?.phrase) ?? focus;
}

function explainCoordinate(value = '0'): string {
  return explainExpression(value) ?? value.replace('N', '−');
}

function explainConditional({ branches }: Conditional): string {
  return branches
    .map(({ open, steps }) => {
      const work = steps.map(({ items }) => explainItems(items).join(', ')).join(t(', then '));
      return open.value?.text === 'else'
        ? t('otherwise {work}', { work })
        : t('if {condition}: {work}', {
            condition: explainCondition(open.value?.text ?? ''),
            work,
          });
    })
    .join('; ');
}

function explainCondition(condition: string): string {
  return condition
    .split('_')
    .map(
      (word) =>
        tOf(
          conditionProperties.get(word) ??
            conditionOperators.get(word) ??
            conditionConnectives.get(word),
        ) ?? word.replace('-', ':'),
    )
    .join(' ');
}

function capitalise(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
