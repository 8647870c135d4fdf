import colourNames from 'color-name';

/** CSS colour names and their red, green and blue, 0–255 each. */
export const namedColours: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries(colourNames),
);

const hexColour = /^([0-9a-f]{6})(\d\d)?$/i;

/** A colour as ImageKit reads it: `rgb` as six digits, `opacity` in percent where it is given. */
export interface HexColour {
  readonly rgb: string;
  readonly opacity?: number;
}

/**
 * Reads `RRGGBB` and `RRGGBBOO`, in which the last two digits are percent in decimal.
 * Source: https://imagekit.io/docs/effects-and-enhancements
 */
export function parseHexColour(text: string): HexColour | undefined {
  const [, rgb, opacity] = hexColour.exec(text) ?? [];
  if (rgb === undefined) return undefined;
  return opacity === undefined ? { rgb } : { rgb, opacity: Number(opacity) };
}

export function isColour(text: string): boolean {
  return hexColour.test(text) || namedColours.has(text);
}

/** `#RRGGBB` of a CSS colour name; an editor draws a swatch of it. */
export function hexOf(name: string): string | undefined {
  const channels = namedColours.get(name);
  return (
    channels && `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
  );
}
