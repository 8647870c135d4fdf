import sharp from 'sharp';
import { evaluate } from '../transformation/readExpression.ts';
import type { Variables } from '../transformation/readExpression.ts';
import { readColor } from '../transformation/readColor.ts';
import { finish, open } from './picture.ts';
import type { Picture } from './picture.ts';

/** `b-<width>_<colour>`: a border around the picture, which grows by it. */
export async function addBorder(
  picture: Picture,
  value: string,
  variables: Variables,
): Promise<Picture> {
  const cut = value.lastIndexOf('_');
  const width = Math.round(evaluate(value.slice(0, cut), variables));
  const background = readColor(value.slice(cut + 1));
  const sides = { top: width, bottom: width, left: width, right: width };
  return await finish(open(picture).extend({ ...sides, background }));
}

/** `r`: one radius for all corners, or four from the top left clockwise; `max` makes an ellipse. */
export async function roundCorners(picture: Picture, value: string): Promise<Picture> {
  const { width, height } = picture;
  const texts = value.split('_');
  // As in CSS: a missing corner takes the value of the one across.
  const corners = [
    texts[0],
    texts[1] ?? texts[0],
    texts[2] ?? texts[0],
    texts[3] ?? texts[1] ?? texts[0],
  ];
  const all = texts.length === 1 && texts[0] === 'max';
  const limit = Math.min(width, height) / 2;
  const radii = corners.map((text) => (text === 'max' ? limit : Math.min(Number(text), limit)));
  const shape = all
    ? `<ellipse cx="${String(width / 2)}" cy="${String(height / 2)}" rx="${String(width / 2)}" ry="${String(height / 2)}"/>`
    : `<path d="${outline(width, height, radii)}"/>`;
  const mask = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">${shape}</svg>`;
  const input = await sharp(Buffer.from(mask)).png().toBuffer();
  return await finish(open(picture).composite([{ input, blend: 'dest-in' }]));
}

const arc = (radius: number, x: number, y: number): string =>
  `A${String(radius)} ${String(radius)} 0 0 1 ${String(x)} ${String(y)}`;

function outline(width: number, height: number, radii: readonly number[]): string {
  const [tl = 0, tr = 0, br = 0, bl = 0] = radii;
  return [
    `M${String(tl)} 0 H${String(width - tr)} ${arc(tr, width, tr)}`,
    `V${String(height - br)} ${arc(br, width - br, height)}`,
    `H${String(bl)} ${arc(bl, 0, height - bl)} V${String(tl)} ${arc(tl, tl, 0)} Z`,
  ].join(' ');
}
