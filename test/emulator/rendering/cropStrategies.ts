import sharp from 'sharp';
import { center, positions } from '../transformation/positions.ts';
import type { Position } from '../transformation/positions.ts';
import type { Variables } from '../transformation/readExpression.ts';
import { padFill } from './backgroundFill.ts';
import { extractAt } from './extract.ts';
import { finish, open } from './picture.ts';
import type { Picture } from './picture.ts';
import { cut, pad, scale } from './place.ts';
import type { Size } from './place.ts';

export interface CropOptions {
  readonly parameters: ReadonlyMap<string, string>;
  readonly variables: Variables;
  /** The file's customCoordinates, for `fo-custom`. */
  readonly customArea: string | null;
}

export type CropStrategy = (picture: Picture, size: Size, options: CropOptions) => Promise<Picture>;

/** How a picture comes to a size of which both sides are given: the values of `c` and `cm`. */
export const cropStrategies: Readonly<Record<string, CropStrategy>> = {
  maintain_ratio: cover,
  maintain_ratio_no_enlarge: async (picture, size, options) => {
    const factor = Math.min(1, picture.width / size.width, picture.height / size.height);
    return await cover(picture, times(size, factor), options);
  },
  force: scale,
  at_max: async (picture, size) => await scale(picture, inside(picture, size, 1)),
  at_max_enlarge: async (picture, size) => await scale(picture, inside(picture, size, Infinity)),
  at_least: async (picture, size) => await scale(picture, outside(picture, size)),
  pad_resize: async (picture, size, options) =>
    await padTo(await scale(picture, inside(picture, size, Infinity)), size, options),
  pad_resize_no_enlarge: async (picture, size, options) =>
    await padTo(await scale(picture, inside(picture, size, 1)), size, options),
  extract: async (picture, size, options) =>
    await extractAt(picture, size, positionOf(options), options),
  pad_extract: async (picture, size, options) => {
    const part = {
      width: Math.min(size.width, picture.width),
      height: Math.min(size.height, picture.height),
    };
    return await padTo(await cut(picture, part, positionOf(options)), size, options);
  },
  pad_extract_no_shrink: async (picture, size, options) => {
    const frame = {
      width: Math.max(size.width, picture.width),
      height: Math.max(size.height, picture.height),
    };
    return await padTo(picture, frame, options);
  },
};

async function cover(picture: Picture, size: Size, options: CropOptions): Promise<Picture> {
  const focus = options.parameters.get('fo');
  if (focus === 'auto') {
    return await finish(
      open(picture).resize({ ...size, fit: 'cover', position: sharp.strategy.attention }),
    );
  }
  if (focus === 'custom' && options.customArea !== null) {
    const [left = 0, top = 0, width = 1, height = 1] = options.customArea.split(',').map(Number);
    const x = Math.min(left, picture.width - 1);
    const y = Math.min(top, picture.height - 1);
    const area = {
      left: x,
      top: y,
      width: Math.max(1, Math.min(width, picture.width - x)),
      height: Math.max(1, Math.min(height, picture.height - y)),
    };
    const part = await finish(open(picture).extract(area));
    return await cut(await scale(part, outside(part, size)), size, center);
  }
  const scaled = await scale(picture, outside(picture, size));
  return await cut(scaled, size, positionOf(options));
}

async function padTo(picture: Picture, size: Size, options: CropOptions): Promise<Picture> {
  const fill = await padFill(options.parameters.get('bg'), picture, size);
  return await pad(picture, size, positionOf(options), fill);
}

function positionOf(options: CropOptions): Position {
  return positions[options.parameters.get('fo') ?? 'center'] ?? center;
}

function times(size: Size, factor: number): Size {
  return {
    width: Math.max(1, Math.round(size.width * factor)),
    height: Math.max(1, Math.round(size.height * factor)),
  };
}

function inside(picture: Picture, size: Size, maximumFactor: number): Size {
  const factor = Math.min(size.width / picture.width, size.height / picture.height, maximumFactor);
  return times(picture, factor);
}

function outside(picture: Picture, size: Size): Size {
  const factor = Math.max(size.width / picture.width, size.height / picture.height);
  const { width, height } = times(picture, factor);
  // Rounding must not leave the frame a pixel short.
  return { width: Math.max(width, size.width), height: Math.max(height, size.height) };
}
