import { transparent } from '../transformation/readColor.ts';
import type { Color } from '../transformation/readColor.ts';
import type { Picture } from './picture.ts';
import { pixelAt } from './pixels.ts';

type Place = readonly [x: number, y: number];

/** Which pixels are looked at. */
const regions = {
  everywhere: ({ width, height }: Picture): Place[] =>
    Array.from({ length: width * height }, (_, at) => [at % width, Math.floor(at / width)]),
  top: ({ width }: Picture): Place[] => Array.from({ length: width }, (_, x) => [x, 0]),
  bottom: ({ width, height }: Picture): Place[] =>
    Array.from({ length: width }, (_, x) => [x, height - 1]),
  left: ({ height }: Picture): Place[] => Array.from({ length: height }, (_, y) => [0, y]),
  right: ({ width, height }: Picture): Place[] =>
    Array.from({ length: height }, (_, y) => [width - 1, y]),
};

export type Region = keyof typeof regions;

/** The most frequent colour of a region, in steps of 32 per channel, averaged. */
export function dominantColor(picture: Picture, ...where: readonly Region[]): Color {
  const groups = new Map<number, { count: number; sums: [number, number, number] }>();
  for (const region of where) {
    for (const [x, y] of regions[region](picture)) {
      const [r, g, b] = pixelAt(picture, x, y);
      const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
      const group = groups.get(key) ?? { count: 0, sums: [0, 0, 0] };
      group.count += 1;
      group.sums[0] += r;
      group.sums[1] += g;
      group.sums[2] += b;
      groups.set(key, group);
    }
  }
  const [first] = [...groups.values()].sort((left, right) => right.count - left.count);
  if (first === undefined) return transparent;
  const [r, g, b] = first.sums.map((sum) => Math.round(sum / first.count));
  return { r: r ?? 0, g: g ?? 0, b: b ?? 0, alpha: 1 };
}
