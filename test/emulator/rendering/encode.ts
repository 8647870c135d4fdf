import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { Step } from '../transformation/chain.ts';
import { allParameters } from '../transformation/chain.ts';
import { evaluate } from '../transformation/readExpression.ts';
import type { Animation } from './frames.ts';
import { open } from './picture.ts';
import type { Picture } from './picture.ts';
import { withIccProfile } from './withIccProfile.ts';

export type OutputFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif';

interface OutputOptions {
  /** 1 to 100. */
  readonly quality: number;
  /** Undefined where it is left to the format: PNG loses nothing unless it is told to. */
  readonly lossless: boolean | undefined;
  readonly progressive: boolean;
  /** Delays and loop of an animation. */
  readonly motion: Partial<Pick<Animation, 'delay' | 'loop'>>;
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
  png: {
    mime: 'image/png',
    encode: (pipeline, { quality, lossless }) =>
      pipeline.png({ compressionLevel: 6, ...(lossless === false && { palette: true, quality }) }),
  },
  webp: {
    mime: 'image/webp',
    encode: (pipeline, { quality, lossless = false, motion }) =>
      pipeline.webp({ quality, lossless, effort: 2, ...motion }),
  },
  avif: {
    mime: 'image/avif',
    encode: (pipeline, { quality }) => pipeline.avif({ quality, effort: 1 }),
  },
  gif: { mime: 'image/gif', encode: (pipeline, { motion }) => pipeline.gif(motion) },
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
  const parameters = allParameters(steps);
  const wanted = parameters.get('f') ?? 'orig';
  if (wanted === 'auto' && accept?.includes('image/webp') === true) return 'webp';
  // AVIF is not made together with these.
  const isNoAvif = parameters.get('cp') === 'true' || parameters.has('e-usm');
  const isLeft = ['auto', 'orig', ...(isNoAvif ? ['avif'] : [])].includes(wanted);
  const name = isLeft ? source : wanted;
  if (name === 'jpeg') return 'jpg';
  return formats.find((format) => format === name) ?? 'png';
}

export const isAnimated = (format: OutputFormat): boolean => format === 'gif' || format === 'webp';

/**
 * Writes a finished picture.
 * @param steps that were carried out.
 * @param path of the original, whose metadata, profile and density are asked for.
 * @param animation of which the picture holds the frames, one below the other.
 */
export async function encode(
  picture: Picture,
  format: OutputFormat,
  steps: readonly Step[],
  path: string,
  animation?: Animation,
): Promise<{ mime: string; bytes: Buffer }> {
  const parameters = allParameters(steps);
  const { mime, encode: run } = encoders[format];
  const lossless = parameters.get('lo');
  const pageHeight = animation && picture.height / animation.frames.length;
  const isKept = parameters.get('md') === 'true' && animation === undefined;
  const pipeline = isKept ? overOriginal(picture, path) : open(picture, pageHeight);
  const density = parameters.get('dn');
  if (density !== undefined) {
    const { density: idn = 72 } = await sharp(path).metadata();
    pipeline.withDensity(Math.min(1200, Math.max(1, evaluate(density, { idn }))));
  }
  const output = run(pipeline, {
    quality: Number(parameters.get('q') ?? defaultQuality),
    lossless: lossless === undefined ? undefined : lossless === 'true',
    progressive: parameters.get('pr') === 'true',
    motion: animation ? { delay: animation.delay, loop: animation.loop } : {},
  });
  const isProfiled = parameters.get('cp') === 'true';
  return { mime, bytes: isProfiled ? await withIccProfile(output, path) : await output.toBuffer() };
}

/** The pixels in the place of those of the original, whose EXIF and XMP data stay. */
function overOriginal({ data, width, height }: Picture, path: string): Sharp {
  return sharp(path)
    .autoOrient()
    .resize({ width, height, fit: 'fill' })
    .ensureAlpha()
    .composite([{ input: data, raw: { width, height, channels: 4 }, blend: 'source' }])
    .keepExif()
    .keepXmp();
}
