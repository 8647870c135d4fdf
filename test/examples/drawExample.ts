import sharp from 'sharp';
import { decode, open, type Picture } from '../emulator/rendering/picture.ts';
import { renderChain } from '../emulator/rendering/renderChain.ts';
import { drawMountainLake } from '../emulator/seed/drawings/landscapes.ts';
import { parseChain } from '../emulator/transformation/parseChain.ts';

const original = { width: 120, height: 80 } as const;
const margin = 4;
const arrowWidth = 32;
/** What the chains with both sides ask for is shown as a frame. */
const askedSize = /^w-(\d+),h-(\d+)/;

/**
 * The original and beside it what a chain makes of it, as a small WebP with a transparent ground, so
 * that it fits light and dark themes.
 */
export async function drawExample(chain: string): Promise<Buffer> {
  const { width, height } = original;
  const source = await decode(Buffer.from(drawMountainLake(width, height)));
  const result = await renderChain(source, parseChain(chain), {
    load: async () => undefined,
    customArea: null,
    fontPath: () => undefined,
  });
  const [, askedWidth, askedHeight] = askedSize.exec(chain) ?? [];
  const asked = { width: Number(askedWidth ?? 0), height: Number(askedHeight ?? 0) };
  const right = {
    width: Math.max(result.width, asked.width),
    height: Math.max(result.height, asked.height),
  };
  const left = margin + width + arrowWidth;
  const whole = {
    width: left + right.width + margin,
    height: Math.max(height, right.height) + 2 * margin,
  };
  const middle = whole.height / 2;
  const at = (size: { readonly width: number; readonly height: number }) => ({
    left: left + Math.round((right.width - size.width) / 2),
    top: Math.round(middle - size.height / 2),
  });
  return await sharp({
    create: { ...whole, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .composite([
      { input: await toPng(source), left: margin, top: Math.round(middle - height / 2) },
      { input: Buffer.from(arrow(whole, margin + width, middle)), left: 0, top: 0 },
      { input: await toPng(result), ...at(result) },
      { input: Buffer.from(frame(whole, at(asked), asked)), left: 0, top: 0 },
    ])
    .webp({ quality: 80, effort: 6 })
    .toBuffer();
}

async function toPng(picture: Picture): Promise<Buffer> {
  return await open(picture).png().toBuffer();
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function svg({ width, height }: Size, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`;
}

/** In a grey that is seen on white and on black. */
function arrow(whole: Size, left: number, middle: number): string {
  const from = left + 8;
  const to = left + arrowWidth - 8;
  return svg(
    whole,
    `<path d="M${from} ${middle}H${to}m-5-5l5 5l-5 5" fill="none" stroke="#888" stroke-width="2"/>`,
  );
}

function frame(whole: Size, { left, top }: { left: number; top: number }, asked: Size): string {
  const line = `fill="none" stroke="#888" stroke-dasharray="3 3"`;
  return svg(
    whole,
    asked.width === 0
      ? ''
      : `<rect x="${left - 0.5}" y="${top - 0.5}" width="${asked.width + 1}" height="${asked.height + 1}" ${line}/>`,
  );
}
