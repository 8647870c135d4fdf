import type { Blend } from 'sharp';
import { finish, open } from './picture.ts';
import type { Picture } from './picture.ts';
import { paint, pixelAt, sample } from './pixels.ts';
import { drawOver } from './place.ts';

/** Draws a layer, whose left and upper edge are known, on its base. */
export type LayerMode = (
  base: Picture,
  layer: Picture,
  left: number,
  upper: number,
) => Promise<Picture>;

/** The values of `lm` that are a way to mix the two; `displace` moves the base's own pixels. */
export const layerModes: Readonly<Record<string, LayerMode>> = {
  multiply: mixed('multiply'),
  /** Takes away what the layer covers. */
  cutout: mixed('dest-out'),
  /** Leaves only what the layer covers. */
  cutter: mixed('dest-in'),
};

function mixed(blend: Blend): LayerMode {
  return async (base, layer, left, upper) => {
    const { width, height } = base;
    // As large as the base, so that what lies beside the layer is mixed with nothing.
    const whole = await drawOver(
      { data: Buffer.alloc(width * height * 4), width, height },
      layer,
      left,
      upper,
    );
    const input = { input: whole.data, raw: { width, height, channels: 4 as const } };
    return await finish(open(base).composite([{ ...input, blend }]));
  };
}

/**
 * `lm-displace`: the layer, stretched over the base, is a map: red moves the pixels across and green
 * up or down, by up to so many pixels; half of either leaves them where they are.
 */
export async function displace(
  base: Picture,
  layer: Picture,
  across: number,
  down: number,
): Promise<Picture> {
  const { width, height } = base;
  const map = await finish(open(layer).resize({ width, height, fit: 'fill' }));
  return paint(width, height, (x, y) => {
    const [r, g] = pixelAt(map, x, y);
    const shift = (level: number, strength: number): number => ((level - 127.5) / 127.5) * strength;
    const inside = (at: number, side: number): number => Math.min(Math.max(at, 0), side - 1);
    return sample(base, inside(x + shift(r, across), width), inside(y + shift(g, down), height));
  });
}
