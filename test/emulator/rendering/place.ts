import type { Position } from '../transformation/positions.ts';
import type { Color } from '../transformation/readColor.ts';
import { finish, open, solid } from './picture.ts';
import type { Picture } from './picture.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws one picture over another; what sticks out is cut off. */
export async function drawOver(
  base: Picture,
  top: Picture,
  left: number,
  upper: number,
): Promise<Picture> {
  const x = Math.max(0, left);
  const y = Math.max(0, upper);
  const width = Math.min(base.width, left + top.width) - x;
  const height = Math.min(base.height, upper + top.height) - y;
  if (width <= 0 || height <= 0) return base;
  const visible = await finish(
    open(top).extract({ left: x - left, top: y - upper, width, height }),
  );
  return await finish(
    open(base).composite([
      {
        input: visible.data,
        raw: { width: visible.width, height: visible.height, channels: 4 },
        left: x,
        top: y,
      },
    ]),
  );
}

/** Cuts a frame out, which must not be larger than the picture. */
export async function cut(picture: Picture, size: Size, at: Position): Promise<Picture> {
  const left = Math.round((picture.width - size.width) * at.x);
  const top = Math.round((picture.height - size.height) * at.y);
  return await finish(open(picture).extract({ left, top, ...size }));
}

/** Puts a picture into a larger frame of one colour. */
export async function pad(
  picture: Picture,
  size: Size,
  at: Position,
  fill: Color | Picture,
): Promise<Picture> {
  const base = 'data' in fill ? fill : await solid(size.width, size.height, fill);
  return await drawOver(
    base,
    picture,
    Math.round((size.width - picture.width) * at.x),
    Math.round((size.height - picture.height) * at.y),
  );
}

/** Scales to exactly that size. */
export async function scale(picture: Picture, size: Size): Promise<Picture> {
  if (size.width === picture.width && size.height === picture.height) return picture;
  return await finish(open(picture).resize({ ...size, fit: 'fill' }));
}
