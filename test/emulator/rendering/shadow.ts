import { readNumber } from '../transformation/readExpression.ts';
import { readOptions } from '../transformation/readOptions.ts';
import { TransformationError } from '../transformation/transformationError.ts';
import { finish, open } from './picture.ts';
import type { Picture } from './picture.ts';
import { paint, pixelAt } from './pixels.ts';
import { drawOver } from './place.ts';

export const shadowKeys = ['bl', 'st', 'x', 'y'];
/** The service's own limit. */
const maximumPixels = 2_000_000;

/** `e-shadow-bl-15_st-40_x-10_y-N5`: a shadow of the opaque pixels; x and y in % of the sides. */
export async function castShadow(picture: Picture, value: string): Promise<Picture> {
  const { width, height } = picture;
  if (width * height > maximumPixels) {
    throw new TransformationError('e-shadow takes pictures of up to 2 megapixels', 'ELIMIT');
  }
  const options = readOptions(value, shadowKeys) ?? new Map<string, string>();
  const option = (key: string, fallback: number): number =>
    readNumber(options.get(key) ?? '') ?? fallback;
  const right = Math.round((option('x', 2) / 100) * width);
  const down = Math.round((option('y', 2) / 100) * height);
  const strength = option('st', 30) / 100;
  const shape = paint(width, height, (x, y) => {
    const [, , , alpha] = pixelAt(picture, x - right, y - down);
    return [0, 0, 0, alpha * strength];
  });
  const sigma = option('bl', 10);
  const shadow = sigma < 0.3 ? shape : await finish(open(shape).blur(sigma));
  return await drawOver(shadow, picture, 0, 0);
}
