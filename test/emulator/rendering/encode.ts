import type { Sharp } from 'sharp';
import type { Step } from '../transformation/chain.ts';
import { allParameters } from '../transformation/chain.ts';
import { open } from './picture.ts';
import type { Picture } from './picture.ts';

export type OutputFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif';

interface OutputOptions {
  /** 1 to 100. */
  readonly quality: number;
  readonly lossless: boolean;
  readonly progressive: boolean;
}

interface Encoder {
  readonly mime: string;
  readonly encode: (pipeline: Sharp, options: OutputOptions) => Sharp;
}

const encoders: Readonly<Record<OutputFormat, Encoder>> = {
  jpg: {
    mime: 'image/jpeg',
    // JPEG has no transparency: what is empty becomes black, as without `bg` at the service.
    encode: (pipeline, { quality, progressive }) =>
      pipeline.flatten({ background: '#000000' }).jpeg({ quality, progressive }),
  },
  png: { mime: 'image/png', encode: (pipeline) => pipeline.png({ compressionLevel: 6 }) },
  webp: {
    mime: 'image/webp',
    encode: (pipeline, { quality, lossless }) => pipeline.webp({ quality, lossless, effort: 2 }),
  },
  avif: {
    mime: 'image/avif',
    encode: (pipeline, { quality }) => pipeline.avif({ quality, effort: 1 }),
  },
  gif: { mime: 'image/gif', encode: (pipeline) => pipeline.gif() },
};

const formats: readonly OutputFormat[] = ['jpg', 'png', 'webp', 'avif', 'gif'];
const defaultQuality = 80;

/**
 * The format of the answer.
 * @param source the stored format.
 * @param accept the Accept header, which `f-auto` goes by.
 */
export function chooseFormat(
  steps: readonly Step[],
  source: string,
  accept: string | undefined,
): OutputFormat {
  const wanted = allParameters(steps).get('f') ?? 'orig';
  if (wanted === 'auto' && accept?.includes('image/webp') === true) return 'webp';
  const name = wanted === 'auto' || wanted === 'orig' ? source : wanted;
  if (name === 'jpeg') return 'jpg';
  return formats.find((format) => format === name) ?? 'png';
}

export async function encode(
  picture: Picture,
  format: OutputFormat,
  steps: readonly Step[],
): Promise<{ mime: string; bytes: Buffer }> {
  const parameters = allParameters(steps);
  const { mime, encode: run } = encoders[format];
  const bytes = await run(open(picture), {
    quality: Number(parameters.get('q') ?? defaultQuality),
    lossless: parameters.get('lo') === 'true',
    progressive: parameters.get('pr') === 'true',
  }).toBuffer();
  return { mime, bytes };
}
