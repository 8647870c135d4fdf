import type { Variables } from '../transformation/readExpression.ts';
import { distort } from './distort.ts';
import { drawGradient } from './gradient.ts';
import type { Picture } from './picture.ts';
import { finish, open } from './picture.ts';
import { drawOver } from './place.ts';
import { colorize, replaceColor } from './recolor.ts';
import { castShadow } from './shadow.ts';
import { unsharpMask } from './unsharpMask.ts';

export type Effect = (
  picture: Picture,
  value: string,
  variables: Variables,
) => Picture | Promise<Picture>;

/** The weights of red, green and blue in the brightness of a pixel (Rec. 601). */
const luma: [number, number, number] = [0.299, 0.587, 0.114];
const plainTrimThreshold = 10;

/** `t`: cuts off edges of one colour. A picture of a single colour stays as it is. */
export async function trim(picture: Picture, value: string): Promise<Picture> {
  if (value === 'false') return picture;
  const threshold = value === 'true' ? plainTrimThreshold : Number(value);
  try {
    return await finish(open(picture).trim({ threshold }));
  } catch {
    return picture;
  }
}

async function sharpen(picture: Picture, value: string): Promise<Picture> {
  if (value === '' || value === 'true') return await finish(open(picture).sharpen());
  const sigma = Math.min(10, Math.max(0.5, Number(value) / 10));
  return await finish(open(picture).sharpen({ sigma }));
}

function fade(picture: Picture, value: string): Picture {
  const data = Buffer.from(picture.data);
  const share = Number(value) / 100;
  for (let at = 3; at < data.length; at += 4) data[at] = Math.round((data[at] ?? 0) * share);
  return { ...picture, data };
}

/** Effects on colours and detail, in the order in which one step applies them. */
export const colorEffects: Readonly<Record<string, Effect>> = {
  'e-contrast': async (picture) => await finish(open(picture).normalise()),
  'e-grayscale': async (picture) => await finish(open(picture).recomb([luma, luma, luma])),
  'e-sharpen': sharpen,
  'e-usm': unsharpMask,
  'e-colorize': colorize,
  cr: replaceColor,
  bl: async (picture, value) => await finish(open(picture).blur(Math.max(0.3, Number(value)))),
  'e-gradient': async (picture, value, variables) =>
    await drawOver(picture, drawGradient(picture, value, variables), 0, 0),
  'e-distort': distort,
  'e-shadow': castShadow,
};

/** What happens to the finished picture, after its layers. */
export const finalEffects: Readonly<Record<string, Effect>> = {
  fl: async (picture, value) => {
    const vertical = value.includes('v') ? await finish(open(picture).flip()) : picture;
    return value.includes('h') ? await finish(open(vertical).flop()) : vertical;
  },
  rt: async (picture, value) => {
    if (value === 'auto') return picture;
    const angle = Number(value.replace('N', '-'));
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    return await finish(open(picture).rotate(angle, { background }));
  },
  o: fade,
};
