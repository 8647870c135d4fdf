import type { Picture } from './picture.ts';

/** Red, green, blue and opacity, each 0 to 255. */
export type Rgba = readonly [r: number, g: number, b: number, a: number];

export const empty: Rgba = [0, 0, 0, 0];

/** A picture of which every pixel is told by its place. */
export function paint(
  width: number,
  height: number,
  colorAt: (x: number, y: number) => Rgba,
): Picture {
  const data = Buffer.alloc(width * height * 4);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (const part of colorAt(x, y)) {
        data[at] = Math.min(255, Math.max(0, Math.round(part)));
        at += 1;
      }
    }
  }
  return { data, width, height };
}

/** Transparent outside of the picture. */
export function pixelAt({ data, width, height }: Picture, x: number, y: number): Rgba {
  if (x < 0 || y < 0 || x >= width || y >= height) return empty;
  const at = (y * width + x) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
}

/** Between the pixels: the four around, by their nearness and opacity. */
export function sample(picture: Picture, x: number, y: number): Rgba {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const near = Math.abs(1 - dx - (x - left)) * Math.abs(1 - dy - (y - top));
    const [r, g, b, a] = pixelAt(picture, left + dx, top + dy);
    sums[0] += r * a * near;
    sums[1] += g * a * near;
    sums[2] += b * a * near;
    sums[3] += a * near;
  }
  const [r, g, b, a] = sums;
  return a === 0 ? empty : [r / a, g / a, b / a, a];
}

/** From one to the other: 0 gives the first, 1 the second. */
export function between(from: Rgba, to: Rgba, share: number): Rgba {
  const mix = (index: 0 | 1 | 2 | 3): number => from[index] + (to[index] - from[index]) * share;
  return [mix(0), mix(1), mix(2), mix(3)];
}
