import { readNumber } from '../transformation/readExpression.ts';
import type { Picture } from './picture.ts';
import { empty, paint, sample } from './pixels.ts';
import type { Rgba } from './pixels.ts';

/** `e-distort-p-…` and `e-distort-a-…`. */
export function distort(picture: Picture, value: string): Picture {
  const numbers = value
    .slice('a-'.length)
    .split('_')
    .map((text) => readNumber(text) ?? 0);
  return value.startsWith('a-') ? bend(picture, numbers[0] ?? 0) : tilt(picture, numbers);
}

/**
 * Moves the corners (clockwise from the top left) to the given places; the frame stays. Every pixel
 * is looked for in the original with the inverse of the projection.
 */
function tilt(picture: Picture, corners: readonly number[]): Picture {
  const { width, height } = picture;
  const [a, b, c, d, e, f, g, h] = projection(corners);
  return paint(width, height, (x, y) => {
    // The inverse of [a b c; d e f; g h 1], up to a factor that the division removes.
    const u = (e - f * h) * x + (c * h - b) * y + (b * f - c * e);
    const v = (f * g - d) * x + (a - c * g) * y + (c * d - a * f);
    const w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d);
    return w === 0 ? empty : within(picture, (u / w) * width, (v / w) * height);
  });
}

/** The projection of the unit square to four corners, by Heckbert's formula. */
function projection(
  corners: readonly number[],
): [number, number, number, number, number, number, number, number] {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = corners;
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const [dx1, dx2, dy1, dy2] = [x1 - x2, x3 - x2, y1 - y2, y3 - y2];
  const whole = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / whole;
  const h = (dx1 * sy - sx * dy1) / whole;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h];
}

/**
 * Bends the picture along a part of a circle of so many degrees: upwards, or downwards where they
 * are negative. Its middle line keeps its length.
 */
function bend(picture: Picture, degrees: number): Picture {
  const { width, height } = picture;
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const radius = width / angle;
  const outer = radius + height / 2;
  const inner = Math.max(0, radius - height / 2);
  const half = angle / 2;
  const frame = {
    width: Math.ceil(2 * outer * Math.sin(Math.min(half, Math.PI / 2))),
    height: Math.ceil(outer - Math.cos(half) * (half > Math.PI / 2 ? outer : inner)),
  };
  return paint(frame.width, frame.height, (x, y) => {
    const across = x + 0.5 - frame.width / 2;
    const down = degrees > 0 ? y + 0.5 : frame.height - y - 0.5;
    const distance = Math.hypot(across, outer - down);
    const along = (Math.atan2(across, outer - down) / angle + 0.5) * width;
    const below = outer - distance;
    return within(picture, along, degrees > 0 ? below : height - below);
  });
}

/** The colour at a place of the picture, and none outside of it. */
function within(picture: Picture, x: number, y: number): Rgba {
  if (x < 0 || y < 0 || x > picture.width || y > picture.height) return empty;
  const last = (at: number, side: number): number => Math.min(Math.max(at - 0.5, 0), side - 1);
  return sample(picture, last(x, picture.width), last(y, picture.height));
}
