import type { OffsetRange } from '../text/offsetRange.ts';
import type { ValueKind } from '../transformation/catalogue/parameterDefinition.ts';
import { parametersOf, type Parameter, type Transformation } from '../transformation/tree.ts';
import { namedColours, parseHexColour } from '../transformation/value/colour.ts';
import { partsOfValue } from '../transformation/value/valueParts.ts';

/** Each channel and the opacity from 0 to 1. */
export interface Rgba {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** A colour of a transformation and where it stands. */
export interface ColourSpan extends OffsetRange {
  readonly colour: Rgba;
}

/** The colours of a transformation, also those that are a part of a value. */
export function coloursIn({ steps }: Transformation): ColourSpan[] {
  return Array.from(parametersOf(steps)).flatMap(coloursOf);
}

function coloursOf({ definition, value }: Parameter): ColourSpan[] {
  if (!definition || !value) return [];
  return partsOfValue(value.text, definition).flatMap((part): ColourSpan[] => {
    const colour = part.kinds.some(({ kind }) => kind === 'colour') && readColour(part.text);
    const start = value.start + part.start;
    return colour ? [{ colour, start, end: start + part.text.length }] : [];
  });
}

function readColour(text: string): Rgba | undefined {
  const hex = parseHexColour(text);
  if (hex) {
    const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.rgb.slice(at, at + 2), 16));
    return rgba([red ?? 0, green ?? 0, blue ?? 0], (hex.opacity ?? 100) / 100);
  }
  const channels = namedColours.get(text);
  return channels && rgba(channels, 1);
}

function rgba([red = 0, green = 0, blue = 0]: readonly number[], alpha: number): Rgba {
  return { red: red / 255, green: green / 255, blue: blue / 255, alpha };
}

/**
 * The forms in which ImageKit takes a colour: `RRGGBB`, or with an opacity of 00 to 99 percent
 * behind it, and the name where it has one.
 * Source: https://imagekit.io/docs/effects-and-enhancements
 */
export function printColour({ red, green, blue, alpha }: Rgba): readonly string[] {
  const channels = [red, green, blue].map((channel) => Math.round(channel * 255));
  const hex = channels
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
  const percent = Math.round(alpha * 100);
  if (percent < 100) return [`${hex}${String(percent).padStart(2, '0')}`];
  const names = Array.from(namedColours).filter(([, named]) =>
    named.every((channel, index) => channel === channels[index]),
  );
  return [hex, ...names.map(([name]) => name)];
}

/** Whether a value or a part of it may be a colour. */
export function takesColour(kinds: readonly ValueKind[]): boolean {
  return kinds.some((kind) => {
    if (kind.kind === 'colour') return true;
    return 'parts' in kind && Object.values(kind.parts).some(takesColour);
  });
}
