import { finish, open } from './picture.ts';
import type { Picture } from './picture.ts';
import { paint, pixelAt } from './pixels.ts';

const plain = '2-2-0.8-0.024';

/**
 * `e-usm-<radius>-<sigma>-<amount>-<threshold>`: adds what blurring takes away, where it is more than
 * the threshold, a share of the whole range. The radius follows from the sigma here.
 */
export async function unsharpMask(picture: Picture, value: string): Promise<Picture> {
  const numbers = (value === '' || value === 'true' ? plain : value).split('-').map(Number);
  const [, sigma = 2, amount = 0.8, threshold = 0.024] = numbers;
  const blurred = await finish(open(picture).blur(Math.max(0.3, sigma)));
  return paint(picture.width, picture.height, (x, y) => {
    const pixel = pixelAt(picture, x, y);
    const soft = pixelAt(blurred, x, y);
    const sharpen = (channel: 0 | 1 | 2): number => {
      const detail = pixel[channel] - soft[channel];
      return Math.abs(detail) > threshold * 255 ? pixel[channel] + amount * detail : pixel[channel];
    };
    return [sharpen(0), sharpen(1), sharpen(2), pixel[3]];
  });
}
