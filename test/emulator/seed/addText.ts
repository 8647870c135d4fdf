import sharp from 'sharp';
import { drawTextLayer } from '../rendering/textLayer.ts';
import type { Step } from '../transformation/chain.ts';

export interface Caption {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  /** Pixels. */
  readonly size: number;
  /** RRGGBB. */
  readonly color: string;
  readonly bold: boolean;
}

/** Writes captions with the packaged font: the text of an SVG would depend on the machine. */
export async function addText(drawing: Buffer, captions: readonly Caption[]): Promise<Buffer> {
  const layers = await Promise.all(
    captions.map(async ({ text, left, top, size, color, bold }) => {
      const parameters = new Map([
        ['fs', String(size)],
        ['co', color],
        ...(bold ? [['tg', 'b'] as const] : []),
      ]);
      const step: Step = { parameters, layers: [] };
      const drawn = await drawTextLayer(
        { type: 'text', input: text, steps: [step] },
        {},
        () => undefined,
      );
      const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const;
      return { input: drawn.data, raw, left, top };
    }),
  );
  return await sharp(drawing).composite(layers).png().toBuffer();
}
