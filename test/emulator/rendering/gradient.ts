import { readColor } from '../transformation/readColor.ts';
import { evaluate } from '../transformation/readExpression.ts';
import type { Variables } from '../transformation/readExpression.ts';
import { readOptions } from '../transformation/readOptions.ts';
import type { Picture } from './picture.ts';
import { between, paint } from './pixels.ts';
import type { Rgba } from './pixels.ts';

export const gradientKeys = ['ld', 'from', 'to', 'sp'];

/** Sides and corners that a gradient runs to, in degrees clockwise from the top. */
export const directions: Readonly<Record<string, number>> = {
  top: 0,
  top_right: 45,
  right: 90,
  bottom_right: 135,
  bottom: 180,
  bottom_left: 225,
  left: 270,
  top_left: 315,
};

/** The picture of `e-gradient`, as large as what it is drawn on. */
export function drawGradient(
  { width, height }: Pick<Picture, 'width' | 'height'>,
  value: string,
  variables: Variables,
): Picture {
  const options = readOptions(value, gradientKeys) ?? new Map<string, string>();
  const direction = options.get('ld') ?? '180';
  const angle = ((directions[direction] ?? Number(direction)) * Math.PI) / 180;
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
  // As in CSS: the corners that the line points to and away from get the pure colours.
  const length = Math.abs(width * dx) + Math.abs(height * dy);
  const stop = evaluate(options.get('sp') ?? '1', variables);
  const reach = stop <= 1 ? stop : stop / length;
  const from = rgbaOf(options.get('from') ?? 'FFFFFF');
  const to = rgbaOf(options.get('to') ?? '00000000');
  return paint(width, height, (x, y) => {
    const along = ((x + 0.5 - width / 2) * dx + (y + 0.5 - height / 2) * dy) / length + 0.5;
    return between(from, to, Math.min(1, Math.max(0, along / reach)));
  });
}

function rgbaOf(text: string): Rgba {
  const { r, g, b, alpha } = readColor(text);
  return [r, g, b, alpha * 255];
}
