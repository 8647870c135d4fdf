import { decodeBase64, decodeText } from '../text/decodeText.ts';
import { ninePositions } from './catalogue/values.ts';
import { explainExpression } from './explainExpression.ts';
import type { Layer, Parameter } from './tree.ts';
import { t, tOf } from '../text/l10n.ts';

/** The words for what a layer shows, by the value of its `l`. */
const layerNames: ReadonlyMap<string, string> = new Map([
  ['image', 'the image'],
  ['text', 'the text'],
  ['video', 'the video'],
  ['subtitles', 'the subtitles'],
]);

/** What a layer shows and where, in words: "overlay the image logo.png at the top left". */
export function explainLayer({ open, steps }: Layer, details: readonly string[]): string {
  const items = steps.flatMap((step) => step.items);
  const valueOf = (key: string): string | undefined =>
    items.find((item): item is Parameter => item.kind === 'parameter' && item.key.text === key)
      ?.value?.text;

  const input = valueOf('i');
  const what =
    input === 'ik_canvas'
      ? t('a block of colour')
      : `${t(layerNames.get(open.value?.text ?? '') ?? 'a layer')}${inputText(open, input, valueOf('ie'))}`;
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
