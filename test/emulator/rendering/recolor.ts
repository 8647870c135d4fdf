import { readColor } from '../transformation/readColor.ts';
import { readOptions } from '../transformation/readOptions.ts';
import { dominantColor } from './dominantColor.ts';
import { finish, open } from './picture.ts';
import type { Picture } from './picture.ts';
import { between, paint, pixelAt } from './pixels.ts';

export const colorizeKeys = ['co', 'in'];

/** `e-colorize-co-red_in-50`: a tint that keeps what is light and what is dark. */
export async function colorize(picture: Picture, value: string): Promise<Picture> {
  const options = readOptions(value, colorizeKeys) ?? new Map<string, string>();
  const { r, g, b } = readColor(options.get('co') ?? 'gray');
  const share = Number(options.get('in') ?? '100') / 100;
  const tinted = await finish(open(picture).tint({ r, g, b }));
  return paint(picture.width, picture.height, (x, y) =>
    between(pixelAt(picture, x, y), pixelAt(tinted, x, y), share),
  );
}

const plainTolerance = '35';
const farthest = Math.hypot(255, 255, 255);

/** `cr-<to>_<tolerance>_<from>`: paints what has nearly one colour in another. */
export function replaceColor(picture: Picture, value: string): Picture {
  const [to = '', tolerance = plainTolerance, from] = value.split('_');
  const wanted = readColor(to);
  const { r, g, b } = from === undefined ? dominantColor(picture, 'everywhere') : readColor(from);
  const reach = (Number(tolerance) / 100) * farthest;
  return paint(picture.width, picture.height, (x, y) => {
    const pixel = pixelAt(picture, x, y);
    const distance = Math.hypot(pixel[0] - r, pixel[1] - g, pixel[2] - b);
    return distance > reach ? pixel : [wanted.r, wanted.g, wanted.b, pixel[3] * wanted.alpha];
  });
}
