import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { Variables } from '../transformation/readExpression.ts';
import type { Color } from '../transformation/readColor.ts';

/** Pixels between two operations: sRGB, 8 bits, four channels, row by row. */
export interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The service's own limit for pictures to transform. */
const maximumPixels = 100_000_000;

/** @param pageHeight of one frame, where there are several below each other. */
export function open({ data, width, height }: Picture, pageHeight = height): Sharp {
  return sharp(data, {
    raw: { width, height, channels: 4, pageHeight },
    limitInputPixels: maximumPixels,
  });
}

export async function finish(pipeline: Sharp): Promise<Picture> {
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/**
 * Decodes the file upright, whatever its EXIF orientation.
 * @param page from 1.
 */
export async function decode(input: string | Buffer, page = 1): Promise<Picture> {
  const options = { limitInputPixels: maximumPixels, page: page - 1 };
  return await finish(
    sharp(input, page === 1 ? { limitInputPixels: maximumPixels } : options).autoOrient(),
  );
}

export async function solid(width: number, height: number, color: Color): Promise<Picture> {
  return await finish(
    sharp({ create: { width, height, channels: 4, background: color } }).toColourspace('srgb'),
  );
}

/** The numbers that expressions of one step can name. */
export function variablesOf(initial: Picture, current: Picture, base?: Picture): Variables {
  return {
    iw: initial.width,
    ih: initial.height,
    iar: initial.width / initial.height,
    cw: current.width,
    ch: current.height,
    car: current.width / current.height,
    ...(base === undefined
      ? {}
      : { bw: base.width, bh: base.height, bar: base.width / base.height }),
  };
}
