import sharp from 'sharp';
import { finish } from './picture.ts';
import type { Picture } from './picture.ts';

/** The pictures of an animation, all of one size. */
export interface Animation {
  readonly frames: readonly Picture[];
  /** Milliseconds of each. */
  readonly delay: number[];
  /** How often it plays; 0 is without end. */
  readonly loop: number;
}

/** @returns undefined for a picture that does not move. */
export async function decodeAnimation(path: string): Promise<Animation | undefined> {
  const { pages = 1, pageHeight = 0, delay = [], loop = 0, format } = await sharp(path).metadata();
  if (pages < 2 || (format !== 'gif' && format !== 'webp')) return undefined;
  const all = await finish(sharp(path, { pages: -1 }));
  const height = pageHeight > 0 ? pageHeight : all.height / pages;
  const length = all.width * height * 4;
  const frames = Array.from({ length: pages }, (_, page) => ({
    data: all.data.subarray(page * length, (page + 1) * length),
    width: all.width,
    height,
  }));
  return { frames, delay, loop };
}

/** The frames below each other, as an animation is encoded from. */
export function stack(frames: readonly Picture[]): Picture {
  const [first] = frames;
  const data = Buffer.concat(frames.map((frame) => frame.data));
  return { data, width: first?.width ?? 0, height: (first?.height ?? 0) * frames.length };
}
