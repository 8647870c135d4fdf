import { black, readColor, transparent } from '../transformation/readColor.ts';
import type { Color } from '../transformation/readColor.ts';
import { finish, open } from './picture.ts';
import type { Picture } from './picture.ts';

import type { Size } from './place.ts';

/** What fills the empty part of a padded frame: `bg`, black unless told otherwise. */
export async function padFill(
  value: string | undefined,
  picture: Picture,
  frame: Size,
): Promise<Color | Picture> {
  if (value === undefined) return black;
  if (value === 'dominant') return dominantBorderColor(picture);
  if (value.startsWith('blurred')) return await blurredCopy(value, picture, frame);
  return readColor(value);
}

/** Fills transparent parts with a colour; `bg` values that only pad change nothing here. */
export async function fillBehind(picture: Picture, value: string): Promise<Picture> {
  if (value === 'dominant' || value.startsWith('blurred')) return picture;
  const color = readColor(value);
  const { data } = picture;
  const output = Buffer.alloc(data.length);
  const channels = [color.r, color.g, color.b] as const;
  for (let at = 0; at < data.length; at += 4) {
    const over = (data[at + 3] ?? 0) / 255;
    const under = color.alpha * (1 - over);
    const alpha = over + under;
    for (const [channel, behind] of channels.entries()) {
      const front = data[at + channel] ?? 0;
      output[at + channel] = alpha === 0 ? 0 : Math.round((front * over + behind * under) / alpha);
    }
    output[at + 3] = Math.round(alpha * 255);
  }
  return { ...picture, data: output };
}

/** `blurred_<strength 0-100>_<brightness N255-255>`. */
async function blurredCopy(value: string, picture: Picture, frame: Size): Promise<Picture> {
  const [, strength = 'auto', brightness = '0'] = value.split('_');
  const sigma = strength === 'auto' ? 25 : Math.max(0.3, Number(strength));
  const shift = Number(brightness.replace('N', '-'));
  const cover = await finish(open(picture).resize({ ...frame, fit: 'cover' }));
  return await finish(open(cover).blur(sigma).linear([1, 1, 1, 1], [shift, shift, shift, 0]));
}

/** The most frequent colour of the outermost pixels, in steps of 32 per channel, averaged. */
function dominantBorderColor({ data, width, height }: Picture): Color {
  const groups = new Map<number, { count: number; sums: [number, number, number] }>();
  const count = (x: number, y: number): void => {
    const at = (y * width + x) * 4;
    const rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0] as const;
    const key = ((rgb[0] >> 5) << 6) | ((rgb[1] >> 5) << 3) | (rgb[2] >> 5);
    const group = groups.get(key) ?? { count: 0, sums: [0, 0, 0] };
    group.count += 1;
    for (const [index, part] of rgb.entries()) group.sums[index] = (group.sums[index] ?? 0) + part;
    groups.set(key, group);
  };
  for (let x = 0; x < width; x += 1) {
    count(x, 0);
    count(x, height - 1);
  }
  for (let y = 0; y < height; y += 1) {
    count(0, y);
    count(width - 1, y);
  }
  const [first] = [...groups.values()].sort((left, right) => right.count - left.count);
  if (first === undefined) return transparent;
  const [r, g, b] = first.sums.map((sum) => Math.round(sum / first.count));
  return { r: r ?? 0, g: g ?? 0, b: b ?? 0, alpha: 1 };
}
