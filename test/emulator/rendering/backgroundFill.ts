import { black, readColor } from '../transformation/readColor.ts';
import type { Color } from '../transformation/readColor.ts';
import { dominantColor } from './dominantColor.ts';
import type { Region } from './dominantColor.ts';
import { finish, open } from './picture.ts';
import type { Picture } from './picture.ts';
import { between, paint } from './pixels.ts';
import type { Rgba } from './pixels.ts';
import type { Size } from './place.ts';

/** What fills the empty part of a padded frame: `bg`, black unless told otherwise. */
export async function padFill(
  value: string | undefined,
  picture: Picture,
  frame: Size,
): Promise<Color | Picture> {
  if (value === undefined) return black;
  if (value === 'dominant') return dominantColor(picture, 'top', 'bottom', 'left', 'right');
  if (value.startsWith('gradient_dominant')) return dominantGradient(value, picture, frame);
  if (value.startsWith('blurred')) return await blurredCopy(value, picture, frame);
  return readColor(value);
}

/** Fills transparent parts with a colour; `bg` values that only pad change nothing here. */
export async function fillBehind(picture: Picture, value: string): Promise<Picture> {
  if (/^(dominant|blurred|gradient_dominant)/.test(value)) return picture;
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

/**
 * `gradient_dominant` and `gradient_dominant_2` run between the colours of two opposite edges, where
 * the empty parts are; `gradient_dominant_4` between those of all four.
 */
function dominantGradient(value: string, picture: Picture, frame: Size): Picture {
  const { width, height } = frame;
  const edge = (region: Region): Rgba => {
    const { r, g, b } = dominantColor(picture, region);
    return [r, g, b, 255];
  };
  const [top, bottom, left, right] = [edge('top'), edge('bottom'), edge('left'), edge('right')];
  const share = (at: number, side: number): number => at / Math.max(1, side - 1);
  if (value.endsWith('_4')) {
    return paint(width, height, (x, y) =>
      between(between(left, right, share(x, width)), between(top, bottom, share(y, height)), 0.5),
    );
  }
  const isBeside = width - picture.width > height - picture.height;
  return paint(width, height, (x, y) =>
    isBeside ? between(left, right, share(x, width)) : between(top, bottom, share(y, height)),
  );
}
